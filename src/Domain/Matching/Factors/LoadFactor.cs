namespace Mentorship.Domain.Matching.Factors;

/// <summary>The part of the mentor's places that is free at present, so that the work is spread.</summary>
internal static class LoadFactor
{
    public static readonly Factor It = new("load", pair =>
    {
        if (pair.Mentoring is not { Offer.Capacity: > 0 and var places, FreePlaces: var free }) return null;
        return new((double)free / places, $"{pair.ThisMentor} has {free} of {places} places free.");
    });
}
