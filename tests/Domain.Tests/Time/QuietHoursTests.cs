using Mentorship.Domain.Time;
using NodaTime;
using static Mentorship.Domain.Tests.Time.Clock;

namespace Mentorship.Domain.Tests.Time;

public class QuietHoursTests
{
    [Theory]
    [InlineData("2026-06-15T19:59:59Z", "2026-06-15T19:59:59Z")] // 20:59:59 in London
    [InlineData("2026-06-15T20:00:00Z", "2026-06-16T07:00:00Z")]
    [InlineData("2026-06-15T23:30:00Z", "2026-06-16T07:00:00Z")]
    [InlineData("2026-06-16T06:59:59Z", "2026-06-16T07:00:00Z")]
    [InlineData("2026-06-16T07:00:00Z", "2026-06-16T07:00:00Z")]
    public void By_default_nothing_goes_out_from_nine_in_the_evening_to_eight_in_the_morning(string asked, string allowed) =>
        Assert.Equal(Utc(allowed), QuietHours.Default.FirstAllowed(Utc(asked), Zone("Europe/London")));

    [Theory]
    [InlineData("2026-06-15T11:59:00Z", "2026-06-15T11:59:00Z")]
    [InlineData("2026-06-15T12:00:00Z", "2026-06-15T14:30:00Z")]
    [InlineData("2026-06-15T14:30:00Z", "2026-06-15T14:30:00Z")]
    public void They_may_lie_within_one_day(string asked, string allowed) =>
        Assert.Equal(Utc(allowed), new QuietHours(TimeOfDay("12:00"), TimeOfDay("14:30")).FirstAllowed(Utc(asked), Zone("Etc/UTC")));

    [Theory]
    [InlineData("00:00")]
    [InlineData("08:00")]
    public void The_same_start_and_end_is_no_quiet_hours(string time)
    {
        var none = new QuietHours(TimeOfDay(time), TimeOfDay(time));
        for (var at = Utc("2026-03-28T00:00:00Z"); at < Utc("2026-03-30T00:00:00Z"); at += Duration.FromMinutes(7))
            Assert.Equal(at, none.FirstAllowed(at, Zone("Europe/London")));
    }

    [Fact]
    public void A_night_with_a_clock_change_ends_at_the_wall_clocks_eight()
    {
        Assert.Equal(Utc("2026-03-29T07:00:00Z"), QuietHours.Default.FirstAllowed(Utc("2026-03-28T22:00:00Z"), Zone("Europe/London")));
        Assert.Equal(Utc("2026-10-25T08:00:00Z"), QuietHours.Default.FirstAllowed(Utc("2026-10-24T22:00:00Z"), Zone("Europe/London")));
    }

    [Fact]
    public void An_end_in_the_skipped_hour_is_the_end_of_the_gap()
    {
        var quiet = new QuietHours(TimeOfDay("22:00"), TimeOfDay("01:30"));
        Assert.Equal(Utc("2026-03-29T01:00:00Z"), quiet.FirstAllowed(Utc("2026-03-29T00:30:00Z"), Zone("Europe/London")));
    }

    [Fact]
    public void A_missing_day_does_not_break_the_quiet() => // Samoa went from Thursday to Saturday at midnight.
        Assert.Equal(Utc("2011-12-30T18:00:00Z"), QuietHours.Default.FirstAllowed(Utc("2011-12-30T09:00:00Z"), Zone("Pacific/Apia")));

    [Theory]
    [InlineData("Europe/London", "2026-03-27T12:00:00Z")]
    [InlineData("Europe/London", "2026-10-23T12:00:00Z")]
    [InlineData("Australia/Lord_Howe", "2026-04-03T12:00:00Z")]
    [InlineData("America/Nuuk", "2026-03-27T12:00:00Z")]
    [InlineData("America/Nuuk", "2026-10-23T12:00:00Z")]
    [InlineData("Pacific/Apia", "2011-12-28T12:00:00Z")]
    [InlineData("Africa/Casablanca", "2026-02-13T12:00:00Z")]
    public void It_is_the_first_minute_that_the_clock_shows_outside_them(string zone, string from)
    {
        var readings = new ClockReadings(Zone(zone), Utc(from), 5);
        var random = new Random(5);
        for (var i = 0; i < 60; i++)
        {
            var quiet = i == 0 ? QuietHours.Default : new QuietHours(SomeTime(random), SomeTime(random));
            var allowed = readings.Shown.Select(shown => !quiet.Includes(LocalTime.FromMinutesSinceMidnight(shown % 1440))).ToArray();
            for (var at = random.Next(60); at < 3 * 1440; at += 61)
                Assert.Equal(readings.InstantAt(Array.IndexOf(allowed, true, at)), quiet.FirstAllowed(readings.InstantAt(at), Zone(zone)));
        }
    }

    private static LocalTime SomeTime(Random random) =>
        LocalTime.FromMinutesSinceMidnight(random.Next(4) == 0 ? random.Next(1440) : random.Next(96) * 15);
}
