using Mentorship.Domain.Members;

namespace Mentorship.Domain.Matching.Factors;

/// <summary>
/// 1 at the same place, falling evenly to 0 at the lesser of both travel limits. Applies where both would meet in person and both places
/// are stated.
/// </summary>
internal static class DistanceFactor
{
    public static readonly Factor It = new("distance", pair =>
    {
        if (!pair.SharedModes.HasFlag(MeetingModes.InPerson) || Travel.KilometresApart(pair) is not { } km) return null;
        var limit = Travel.LimitKm(pair);
        return new(ValueOf(km, limit), km <= limit
            ? "They live near enough to meet in person." : "They live too far apart to meet in person, and have another way.");
    });

    public static double ValueOf(double km, int limit) => km < limit ? 1 - km / limit : 0;
}
