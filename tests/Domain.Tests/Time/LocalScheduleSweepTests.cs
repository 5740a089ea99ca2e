using Mentorship.Domain.CheckIns;
using Mentorship.Domain.Time;
using NodaTime;
using NodaTime.TimeZones;
using static Mentorship.Domain.Tests.Time.Clock;

namespace Mentorship.Domain.Tests.Time;

/// <summary>Every zone of the tz database, around every clock change of 2026 and 2027, against the minutes that the clock showed.</summary>
public class LocalScheduleSweepTests
{
    private static readonly (Instant From, Instant To) Years = (Utc("2026-01-01T00:00:00Z"), Utc("2028-01-01T00:00:00Z"));
    private static readonly LocalTime[] Usual = [.. new[] { "00:00", "02:30", "12:00", "23:30", "23:59" }.Select(TimeOfDay)];

    [Fact]
    public void Around_every_clock_change_each_date_has_its_one_occurrence_at_the_first_minute_that_fits()
    {
        var changes = Zones().SelectMany(zone => ChangesOf(zone).Select(change => (zone, change))).ToList();
        Assert.True(changes.Count > 400, "The tz database should have more clock changes in two years.");
        foreach (var (zone, change) in changes)
        {
            var readings = new ClockReadings(zone, change - Duration.FromDays(2), 5);
            foreach (var at in Usual.Concat(Around(zone, change)).Distinct())
                Agree(new LocalSchedule(new Rhythm.Daily(), at, zone), readings);
        }
    }

    [Theory]
    [InlineData("daily", "00:00")]
    [InlineData("weekdays:Sat,Sun", "23:30")]
    [InlineData("every:5:2026-01-03", "02:30")]
    [InlineData("monthly:31", "01:00")]
    public void Through_two_years_no_zone_repeats_or_skips_a_date(string text, string at)
    {
        var rhythm = Rhythm.Parse(text);
        var dates = Enumerable.Range(0, 730).Select(Date("2026-01-01").PlusDays);
        var scheduled = dates.Where(date => rhythm.FirstOnOrAfter(date) == date).ToList();
        foreach (var zone in Zones())
        {
            var schedule = new LocalSchedule(rhythm, TimeOfDay(at), zone);
            var next = (Date: default(LocalDate), Due: schedule.InstantOn(scheduled[0]) - Duration.FromMinutes(1));
            Assert.Equal(scheduled, scheduled.ConvertAll(_ => (next = schedule.NextAfter(next.Due)).Date));
        }
    }

    [Fact]
    public void Around_every_clock_change_a_plan_of_every_rhythm_takes_each_of_its_dates_once_at_its_minute_and_never_before()
    {
        var changes = Zones().SelectMany(zone => ChangesOf(zone).Select(change => (zone, change)))
            .DistinctBy(c => (c.change, c.zone.GetUtcOffset(c.change - Duration.Epsilon), c.zone.GetUtcOffset(c.change))).ToList();
        Assert.True(changes.Count > 40, "Zones should differ in when and how far their clocks change.");
        foreach (var (zone, change) in changes)
        {
            var readings = new ClockReadings(zone, change - Duration.FromDays(2), 5);
            for (var minute = 0; minute < 1440; minute += 10)
                TakesItsDates(LocalTime.FromMinutesSinceMidnight(minute), zone, readings);
        }
    }

    private static void TakesItsDates(LocalTime at, DateTimeZone zone, ClockReadings readings)
    {
        var expected = ExpectedDues(at, readings);
        foreach (var rhythm in EveryKindOn(expected[1].Date))
        {
            var plan = new CheckInPlan(default, default, default, Layer.Daily, new PlanTimes(rhythm, at, zone.Id), expected[0].Due - Duration.FromMinutes(1));
            Assert.Equal(expected.Where(o => rhythm.FirstOnOrAfter(o.Date) == o.Date), Taken(plan, expected[^1].Due));
        }
    }

    private static IEnumerable<Rhythm> EveryKindOn(LocalDate date) =>
    [
        new Rhythm.Daily(), new Rhythm.Weekdays(date.DayOfWeek, date.PlusDays(1).DayOfWeek), new Rhythm.Weekly(date.DayOfWeek),
        new Rhythm.EveryNDays(2, date.PlusDays(-1)), new Rhythm.EveryNDays(3, date), new Rhythm.Monthly(date.Day),
    ];

    private static List<(LocalDate Date, Instant Due)> Taken(CheckInPlan plan, Instant last)
    {
        var taken = new List<(LocalDate Date, Instant Due)>();
        while (plan.NextDueAt is { } due && due <= last)
        {
            Assert.Empty(plan.TakeDue(due - Duration.Epsilon));
            taken.AddRange(plan.TakeDue(due).Select(checkIn => (checkIn.ScheduledDate, checkIn.DueAt)));
            Assert.Empty(plan.TakeDue(due));
        }

        return taken;
    }

    private static IEnumerable<DateTimeZone> Zones() => TzdbDateTimeZoneSource.Default.GetIds().Select(Zone);

    private static IEnumerable<Instant> ChangesOf(DateTimeZone zone) =>
        zone.GetZoneIntervals(Years.From, Years.To).Skip(1).Select(interval => interval.Start);

    /// <summary>The edges of the gap or overlap, a minute outside each, and its middle.</summary>
    private static IEnumerable<LocalTime> Around(DateTimeZone zone, Instant change)
    {
        var (before, after) = (zone.GetZoneInterval(change - Duration.Epsilon).IsoLocalEnd, zone.GetZoneInterval(change).IsoLocalStart);
        var middle = before.PlusMinutes(Period.Between(before, after, PeriodUnits.Minutes).Minutes / 2);
        return new[] { before.PlusMinutes(-1), before, middle, after.PlusMinutes(-1), after }.Select(local => local.TimeOfDay);
    }

    private static void Agree(LocalSchedule schedule, ClockReadings readings)
    {
        var expected = ExpectedDues(schedule.At, readings);
        foreach (var (date, due) in expected)
        {
            Assert.Equal(due, schedule.InstantOn(date));
            Assert.Equal(date, due.InZone(schedule.Zone).Date);
        }

        var hours = Enumerable.Range(24, 48).Select(hour => readings.InstantAt(hour * 61));
        var moments = hours.Concat(expected.Select(occurrence => occurrence.Due));
        foreach (var moment in moments.Where(moment => moment >= expected[0].Due && moment < expected[^1].Due))
            Assert.Equal(expected.First(occurrence => occurrence.Due > moment), schedule.NextAfter(moment));
    }

    /// <summary>Of each whole date, the first minute at which the clock has come to the time, or the date's last minute.</summary>
    private static List<(LocalDate Date, Instant Due)> ExpectedDues(LocalTime at, ClockReadings readings)
    {
        var (minuteOfDay, firstDay) = (at.Hour * 60 + at.Minute, readings.Shown[0] / 1440);
        var (minutes, fits) = (new int[6], new bool[6]);
        for (var index = 0; index < readings.Shown.Length; index++)
        {
            var day = readings.Shown[index] / 1440 - firstDay;
            if (fits[day])
                continue;
            minutes[day] = index;
            fits[day] = readings.Shown[index] % 1440 >= minuteOfDay;
        }

        return [.. minutes[1..4].Select(index => (readings.DateAt(index), readings.InstantAt(index)))];
    }
}
