using Mentorship.Domain.Members;

namespace Mentorship.Domain.Matching;

/// <summary>How far apart the two live, held against how far both travel.</summary>
internal static class Travel
{
    /// <summary>Kilometres that are taken for the limit of someone who has named none.</summary>
    public const int UnsaidLimitKm = 50;

    /// <summary>Null when a place is not stated.</summary>
    public static double? KilometresApart(Prospect pair) =>
        pair.Newcomer.Profile.Place is { } one && pair.Mentor.Profile.Place is { } other ? one.KilometresTo(other) : null;

    /// <summary>The lesser of both limits, in kilometres.</summary>
    public static int LimitKm(Prospect pair) => Math.Min(LimitOf(pair.Newcomer.Profile), LimitOf(pair.Mentor.Profile));

    public static int LimitOf(Profile profile) => profile.MaxDistanceKm ?? UnsaidLimitKm;
}
