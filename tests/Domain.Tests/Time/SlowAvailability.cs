using Mentorship.Domain.Time;
using NodaTime;

namespace Mentorship.Domain.Tests.Time;

/// <summary>
/// The oracle for a year of availability: minute by minute, without maps from local time to instants, intervals or merging.
/// A minute is in a window when the clock has shown its start by then, and will show a time before its end, or its end once more.
/// </summary>
internal sealed class SlowAvailability
{
    private const int DaysBefore = 6;
    private const int Days = DaysBefore + 392;
    private readonly ClockReadings readings;
    private readonly int firstMonday;

    public SlowAvailability(ClockReadings readings, DateTimeZone zone, Instant from, WeeklyAvailability availability)
    {
        this.readings = readings;
        var monday = from.InZone(zone).Date;
        while (monday.DayOfWeek != IsoDayOfWeek.Monday)
            monday = monday.PlusDays(1);
        firstMonday = ClockReadings.LocalMinute(monday);
        var (week, ends) = MinutesOfTheWeek(availability);
        Minutes = [.. Enumerable.Range(0, readings.Shown.Length - 1).Select(at => IsIn(week, at) || EndsOnceMore(ends, at))];
    }

    public bool[] Minutes { get; }

    public static ClockReadings Readings(DateTimeZone zone, Instant from) => new(zone, from - Duration.FromDays(DaysBefore), Days);

    public Instant InstantAt(int index) => readings.InstantAt(index);

    /// <summary>The minutes shared with a mentor in each of the 53 weeks of this calendar.</summary>
    public int[] SharedMinutes(SlowAvailability mentor)
    {
        var shared = new int[53];
        for (var at = 0; at < Minutes.Length; at++)
        {
            if (!Minutes[at] || !mentor.Minutes[at])
                continue;
            var sinceMonday = readings.GreatestSoFar[at] - firstMonday;
            if (sinceMonday >= 0 && sinceMonday < 53 * ClockReadings.Week)
                shared[sinceMonday / ClockReadings.Week]++;
        }

        return shared;
    }

    private bool IsIn(bool[] week, int at)
    {
        for (var local = readings.LeastFromHere[at]; local <= readings.GreatestSoFar[at]; local++)
        {
            if (week[local % ClockReadings.Week])
                return true;
        }

        return false;
    }

    private bool EndsOnceMore(bool[] ends, int at)
    {
        var yetToCome = readings.LeastFromHere[at + 1];
        return yetToCome <= readings.GreatestSoFar[at] && ends[yetToCome % ClockReadings.Week];
    }

    private static (bool[] Week, bool[] Ends) MinutesOfTheWeek(WeeklyAvailability availability)
    {
        var (week, ends) = (new bool[ClockReadings.Week], new bool[ClockReadings.Week]);
        foreach (var (day, from, to) in availability.Windows)
        {
            var start = (((int)day - 1) * 24 + from.Hour) * 60 + from.Minute;
            var length = (to.Hour - from.Hour) * 60 + to.Minute - from.Minute;
            length = length > 0 ? length : length + 24 * 60;
            for (var minute = 0; minute < length; minute++)
                week[(start + minute) % ClockReadings.Week] = true;
            ends[(start + length) % ClockReadings.Week] = true;
        }

        return (week, ends);
    }
}
