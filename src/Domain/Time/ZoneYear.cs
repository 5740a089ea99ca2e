using NodaTime;
using NodaTime.TimeZones;

namespace Mentorship.Domain.Time;

/// <summary>
/// What the clock of a zone does in the coming 53 weeks, Monday 00:00 to Monday 00:00, from the first Monday on or after today.
/// It knows zones that change by whole minutes and not twice within a few hours, as all do since 1973.
/// </summary>
internal sealed class ZoneYear
{
    public const int WeekCount = 53;
    // The weeks of two zones may begin a week and 26 hours apart.
    private const int MarginDays = 10;
    private const int FromMondayToEpoch = 3 * 24 * 60; // 1970 began on a Thursday.

    public ZoneYear(DateTimeZone zone, Instant now)
    {
        Today = now.InZone(zone).Date;
        var monday = Today.PlusDays(-1).Next(IsoDayOfWeek.Monday);
        Mondays = [.. Enumerable.Range(0, WeekCount + 1).Select(week => Minute(zone.Earliest(monday.PlusWeeks(week).AtMidnight())))];
        Spans = [.. SpansOf(zone, now - Duration.FromDays(MarginDays), now + Duration.FromDays(7 * (WeekCount + 1) + MarginDays))];
    }

    /// <summary>The date at the start.</summary>
    public LocalDate Today { get; }

    /// <summary>The starts of the weeks and the end of the last, in minutes of the Unix epoch.</summary>
    public int[] Mondays { get; }

    private ClockSpan[] Spans { get; }

    /// <summary>How the clock goes through a stretch of real time, in minutes of the Unix epoch.</summary>
    public WeekSpan[] Through(int from, int to) => [.. Spans.Where(span => span.From < to && span.To > from).Select(span => span.In(from, to))];

    /// <summary>
    /// 1. Where the clock is put forward, one even stretch ends and the next begins.
    /// 2. Where it is put back, the minutes that it shows twice lie on both sides, and are a stretch of their own.
    /// </summary>
    private static IEnumerable<ClockSpan> SpansOf(DateTimeZone zone, Instant start, Instant end)
    {
        var (from, offset) = (Minute(start), MinutesOf(zone.GetUtcOffset(start)));
        foreach (var (at, next) in ChangesIn(zone, start, end))
        {
            var repeated = Math.Max(0, offset - next);
            yield return Span(from, at - repeated, offset, 0);
            if (repeated > 0) yield return Span(at - repeated, at + repeated, offset, repeated);
            (from, offset) = (at + repeated, next);
        }
        yield return Span(from, Minute(end), offset, 0);
    }

    private static IEnumerable<(int At, int Offset)> ChangesIn(DateTimeZone zone, Instant start, Instant end) =>
        zone.GetZoneIntervals(new Interval(start, end), ZoneEqualityComparer.Options.OnlyMatchWallOffset)
            .Skip(1).Select(interval => (Minute(interval.Start), MinutesOf(interval.WallOffset)));

    private static ClockSpan Span(int from, int to, int offset, int repeated) =>
        new(from, to, LocalWeek.Within((from + offset + FromMondayToEpoch) % LocalWeek.Minutes), repeated);

    private static int Minute(Instant instant) => (int)(instant.ToUnixTimeSeconds() / 60);

    private static int MinutesOf(Offset offset) => offset.Seconds / 60;
}
