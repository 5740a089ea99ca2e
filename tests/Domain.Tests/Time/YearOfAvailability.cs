using Mentorship.Domain.Time;
using NodaTime;

namespace Mentorship.Domain.Tests.Time;

/// <summary>
/// The coming year's windows of one person as sorted, merged instants, with the 53 weeks of their own calendar, Monday 00:00 to
/// Monday 00:00, from the first Monday on or after the day of <c>from</c>. A window's edge in a skipped hour moves to the end of the gap;
/// in a repeated hour a start is the first and an end the last.
/// </summary>
internal sealed class YearOfAvailability
{
    internal const int WeekCount = 53;
    // Both sides of the weeks: no two zones are further apart than 26 hours.
    private const int MarginDays = 3;

    private readonly Stretch[] stretches;
    private readonly long[] mondays;
    private readonly Stretch covered;

    private YearOfAvailability(Stretch[] stretches, long[] mondays, Stretch covered) =>
        (this.stretches, this.mondays, this.covered) = (stretches, mondays, covered);

    internal ReadOnlySpan<Stretch> Stretches => stretches;

    /// <summary>The starts of the 53 weeks and the end of the last, in seconds of the Unix epoch.</summary>
    internal ReadOnlySpan<long> Mondays => mondays;

    public static YearOfAvailability Of(WeeklyAvailability availability, DateTimeZone zone, Instant from)
    {
        var today = from.InZone(zone).Date;
        var first = today.PlusDays(-MarginDays);
        var last = today.PlusDays(7 * (WeekCount + 1) + MarginDays);
        // A window of the day before the first could reach into it.
        var covered = new Stretch(Seconds(zone.Earliest(first.PlusDays(1).AtMidnight())), Seconds(zone.Earliest(last.AtMidnight())));
        return new YearOfAvailability(Merged(availability, zone, first, last), MondaysFrom(today, zone), covered);
    }

    internal bool CoversWeeksOf(YearOfAvailability other) => covered.From <= other.mondays[0] && other.mondays[^1] <= covered.To;

    private static long[] MondaysFrom(LocalDate today, DateTimeZone zone)
    {
        var monday = today.PlusDays(-1).Next(IsoDayOfWeek.Monday);
        return [.. Enumerable.Range(0, WeekCount + 1).Select(week => Seconds(zone.Earliest(monday.PlusWeeks(week).AtMidnight())))];
    }

    private static Stretch[] Merged(WeeklyAvailability availability, DateTimeZone zone, LocalDate first, LocalDate last)
    {
        var merged = new List<Stretch>();
        var each = Each(availability, zone, first, last).Where(stretch => stretch.From < stretch.To);
        foreach (var next in each.OrderBy(stretch => stretch.From))
        {
            if (merged.Count > 0 && next.From <= merged[^1].To)
                merged[^1] = merged[^1] with { To = Math.Max(merged[^1].To, next.To) };
            else
                merged.Add(next);
        }

        return [.. merged];
    }

    private static IEnumerable<Stretch> Each(WeeklyAvailability availability, DateTimeZone zone, LocalDate first, LocalDate last)
    {
        var byDay = availability.Windows.ToLookup(window => window.Day);
        for (var date = first; date <= last; date = date.PlusDays(1))
        {
            foreach (var window in byDay[date.DayOfWeek])
                yield return On(date, window, zone);
        }
    }

    private static Stretch On(LocalDate date, WeeklyWindow window, DateTimeZone zone)
    {
        var end = (window.EndsNextDay ? date.PlusDays(1) : date).At(window.To);
        return new Stretch(Seconds(zone.Earliest(date.At(window.From))), Seconds(zone.Latest(end)));
    }

    private static long Seconds(Instant instant) => instant.ToUnixTimeSeconds();
}
