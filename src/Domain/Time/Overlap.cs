namespace Mentorship.Domain.Time;

/// <summary>How long two people can be reached at the same time.</summary>
internal static class Overlap
{
    /// <summary>
    /// Whole minutes shared in the least of the 53 weeks of the newcomer's calendar; 0 when any week has none. A window's edge in a skipped
    /// hour moves to the end of the gap; in a repeated hour a start is the first and an end the last.
    /// </summary>
    public static int LeastWeekMinutes(ReadOnlySpan<ushort> newcomer, ReadOnlySpan<ushort> mentor, WeekKind[] kinds) =>
        new SharedWeeks(newcomer, kinds).LeastMinutes(mentor);
}
