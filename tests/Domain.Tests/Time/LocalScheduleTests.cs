using Mentorship.Domain.Time;
using NodaTime;
using static Mentorship.Domain.Tests.Time.Clock;

namespace Mentorship.Domain.Tests.Time;

public class LocalScheduleTests
{
    [Theory]
    [InlineData("Australia/Lord_Howe", "2026-10-04", "02:15", "2026-10-03T15:30:00Z")] // 02:30, after a gap of half an hour
    [InlineData("America/St_Johns", "2026-03-08", "02:30", "2026-03-08T05:30:00Z")]
    [InlineData("Europe/Lisbon", "2026-03-29", "01:30", "2026-03-29T01:00:00Z")]
    [InlineData("Europe/Dublin", "2026-03-29", "01:30", "2026-03-29T01:00:00Z")]
    [InlineData("Asia/Beirut", "2026-03-29", "00:00", "2026-03-28T22:00:00Z")] // A day that begins at 01:00
    public void A_skipped_time_moves_to_the_end_of_the_gap(string zone, string date, string at, string due) =>
        Assert.Equal(Utc(due), Daily(zone, at).InstantOn(Date(date)));

    [Theory]
    [InlineData("Australia/Lord_Howe", "2026-04-05", "01:45", "2026-04-04T14:45:00Z")]
    [InlineData("America/St_Johns", "2026-11-01", "01:30", "2026-11-01T04:00:00Z")]
    [InlineData("Europe/Lisbon", "2026-10-25", "01:30", "2026-10-25T00:30:00Z")]
    [InlineData("Europe/Dublin", "2026-10-25", "01:30", "2026-10-25T00:30:00Z")]
    [InlineData("America/Nuuk", "2026-10-24", "23:30", "2026-10-25T00:30:00Z")]
    public void A_repeated_time_is_its_first_instant(string zone, string date, string at, string due)
    {
        var schedule = Daily(zone, at);
        Assert.Equal(Utc(due), schedule.InstantOn(Date(date)));
        Assert.Equal(Date(date).PlusDays(1), schedule.NextAfter(Utc(due)).Date);
    }

    [Theory]
    [InlineData("America/Nuuk", "23:00")]
    [InlineData("America/Nuuk", "23:30")]
    [InlineData("America/Scoresbysund", "23:59")]
    public void A_gap_that_ends_on_another_date_moves_it_to_the_last_minute_before(string zone, string at)
    {
        var schedule = Daily(zone, at);
        Assert.Equal(Utc("2026-03-29T00:59:00Z"), schedule.InstantOn(Date("2026-03-28")));
        Assert.Equal(Date("2026-03-29"), schedule.NextAfter(Utc("2026-03-29T00:59:00Z")).Date);
    }

    [Fact]
    public void Casablanca_goes_back_for_Ramadan_and_forward_after_it()
    {
        var schedule = Daily("Africa/Casablanca", "02:30");
        Assert.Equal(Utc("2026-02-14T01:30:00Z"), schedule.InstantOn(Date("2026-02-14")));
        Assert.Equal(Utc("2026-02-15T01:30:00Z"), schedule.InstantOn(Date("2026-02-15"))); // The first of two
        Assert.Equal(Utc("2026-02-16T02:30:00Z"), schedule.InstantOn(Date("2026-02-16")));
        Assert.Equal(Utc("2026-03-22T02:00:00Z"), schedule.InstantOn(Date("2026-03-22"))); // 03:00, after the gap
        Assert.Equal(Utc("2026-03-23T01:30:00Z"), schedule.InstantOn(Date("2026-03-23")));
    }

    // Newfoundland's clocks used to go back at one minute past midnight: Sunday began, was Saturday again, and began once more.
    [Theory]
    [InlineData("00:00", "2010-11-07T02:30:00Z", "2010-11-08")]
    [InlineData("00:00", "2010-11-07T02:40:00Z", "2010-11-08")] // 23:10 on Saturday, for the second time
    [InlineData("23:30", "2010-11-07T02:00:00Z", "2010-11-07")]
    public void A_date_that_began_twice_is_not_repeated(string at, string after, string next) =>
        Assert.Equal(Date(next), Daily("America/St_Johns", at).NextAfter(Utc(after)).Date);

    [Fact]
    public void Phoenix_never_changes()
    {
        var schedule = Daily("America/Phoenix", "02:30");
        for (var date = Date("2026-01-01"); date < Date("2028-01-01"); date = date.PlusDays(1))
            Assert.Equal(date.At(TimeOfDay("09:30")).InUtc().ToInstant(), schedule.InstantOn(date));
    }

    [Theory]
    [InlineData("daily", "2011-12-29", "2011-12-31")]
    [InlineData("weekly:Fri", "2011-12-23", "2012-01-06")]
    [InlineData("weekdays:Mon,Fri", "2011-12-26", "2012-01-02")]
    [InlineData("every:3:2011-12-27", "2011-12-27", "2012-01-02")]
    [InlineData("monthly:30", "2011-11-30", "2012-01-30")]
    public void A_date_that_Samoa_left_out_has_no_occurrence(string rhythm, string date, string next)
    {
        var schedule = new LocalSchedule(Rhythm.Parse(rhythm), TimeOfDay("09:00"), Zone("Pacific/Apia"));
        Assert.Equal(Date(next), schedule.NextDateAfter(Date(date)));
        Assert.Equal((Date(next), schedule.InstantOn(Date(next))), schedule.NextAfter(schedule.InstantOn(Date(date))));
    }

    [Theory]
    [InlineData("Pacific/Apia", "2011-12-30")]
    [InlineData("Pacific/Kwajalein", "1993-08-21")]
    [InlineData("Pacific/Kiritimati", "1994-12-31")]
    public void Asking_when_on_a_date_left_out_is_refused(string zone, string date) =>
        Assert.All(new[] { "00:00", "12:00", "23:59" }, at =>
            Assert.Throws<ArgumentOutOfRangeException>(() => Daily(zone, at).InstantOn(Date(date))));

    [Fact]
    public void The_next_is_after_the_instant_and_never_at_it()
    {
        var schedule = new LocalSchedule(new Rhythm.Weekly(IsoDayOfWeek.Sunday), TimeOfDay("18:00"), Zone("Europe/London"));
        var (date, due) = schedule.NextAfter(Utc("2026-06-14T16:59:59Z"));
        Assert.Equal((Date("2026-06-14"), Utc("2026-06-14T17:00:00Z")), (date, due));
        Assert.Equal((Date("2026-06-21"), Utc("2026-06-21T17:00:00Z")), schedule.NextAfter(due));
    }

    private static LocalSchedule Daily(string zone, string at) => new(new Rhythm.Daily(), TimeOfDay(at), Zone(zone));
}
