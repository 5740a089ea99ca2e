namespace Mentorship.Domain.Matching.Factors;

/// <summary>The part of the mentor's places that is free at present, so that the work is spread.</summary>
internal static class LoadFactor
{
    public static readonly Factor It = new("load", pair => pair.Mentoring is not { Offer.Capacity: > 0 } mentor ? null
        : new((double)mentor.FreePlaces / mentor.Offer.Capacity, $"{pair.ThisMentor} has {mentor.FreePlaces} of {mentor.Offer.Capacity} places free."));
}
