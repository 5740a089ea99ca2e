using Mentorship.Domain.Time;
using static Mentorship.Domain.Tests.Time.Clock;

namespace Mentorship.Domain.Tests.Time;

public class OverlapTests
{
    private const string Always =
        "Mon 00:00-24:00; Tue 00:00-24:00; Wed 00:00-24:00; Thu 00:00-24:00; Fri 00:00-24:00; Sat 00:00-24:00; Sun 00:00-24:00";

    [Fact]
    public void Two_people_of_one_zone_share_what_both_wrote() =>
        Assert.Equal(150, Least("Mon 18:00-21:00; Sat 09:00-12:00", "Europe/London", "Mon 19:30-22:00; Sat 08:00-10:00", "Europe/London"));

    [Fact]
    public void Nobody_meets_someone_who_wrote_nothing() => Assert.Equal(0, Least(Always, "Europe/London", "", "Europe/London"));

    // London and New York change on different Sundays: for three or four weeks a year they are an hour closer.
    [Theory]
    [InlineData("Mon 19:00-21:00", "Mon 14:00-16:00", 60)]
    [InlineData("Mon 19:00-20:00", "Mon 14:00-15:00", 0)]
    [InlineData("Mon 19:00-20:00", "Mon 14:00-16:00", 60)]
    public void The_weeks_between_the_clock_changes_of_two_countries_decide(string london, string newYork, int least)
    {
        Assert.Equal(least, Least(london, "Europe/London", newYork, "America/New_York"));
        Assert.Equal(least, Least(newYork, "America/New_York", london, "Europe/London"));
    }

    [Theory]
    [InlineData("Tue 10:00-12:00", "Tue 08:00-10:00", 0)] // The hour that is shared in winter is gone in summer.
    [InlineData("Tue 10:00-12:00", "Tue 09:00-11:00", 60)]
    public void A_zone_that_never_changes_meets_one_that_does_in_the_worse_half_of_the_year(string denver, string phoenix, int least) =>
        Assert.Equal(least, Least(denver, "America/Denver", phoenix, "America/Phoenix"));

    [Theory]
    [InlineData("America/Phoenix", "Asia/Kolkata", 7 * 1440)]
    [InlineData("America/New_York", "Asia/Kolkata", 7 * 1440 - 60)]
    [InlineData("Asia/Kolkata", "America/New_York", 7 * 1440)] // The week is the newcomer's.
    [InlineData("Australia/Lord_Howe", "Pacific/Chatham", 7 * 1440 - 30)]
    public void Two_who_are_always_there_share_the_newcomers_shortest_week(string newcomer, string mentor, int least) =>
        Assert.Equal(least, Least(Always, newcomer, Always, mentor));

    [Fact]
    public void A_window_over_the_end_of_the_week_counts_on_both_sides_of_it() =>
        Assert.Equal(180, Least("Sun 22:00-01:00", "Asia/Kathmandu", "Sun 22:00-01:00", "Asia/Kathmandu"));

    [Fact]
    public void The_week_ends_at_the_newcomers_midnight_not_the_mentors()
    {
        // Kolkata's Monday begins at 14:30 on New York's Sunday, at 13:30 once clocks there went back: that week has 90 + 90 minutes.
        Assert.Equal(180, Least(Always, "Asia/Kolkata", "Sun 12:00-16:00", "America/New_York"));
        Assert.Equal(240, Least("Sun 12:00-16:00", "America/New_York", Always, "Asia/Kolkata"));
    }

    [Fact]
    public void A_window_inside_the_skipped_hour_is_gone_for_that_week() =>
        Assert.Equal(0, Least("Sun 01:00-02:00", "Europe/Dublin", "Sun 00:00-04:00", "Europe/Dublin"));

    [Theory]
    [InlineData("Sun 00:30-01:30", 30)] // Its end moves to the end of the gap, the same instant as the gap's start.
    [InlineData("Sun 01:30-02:30", 30)]
    public void A_windows_edge_in_the_skipped_hour_moves_to_the_end_of_the_gap(string window, int least) =>
        Assert.Equal(least, Least(window, "Europe/London", window, "Europe/London"));

    [Fact]
    public void In_the_repeated_hour_a_window_starts_at_the_first_and_ends_at_the_last()
    {
        var year = new ZoneYear(Zone("Europe/London"), Utc("2026-10-18T00:00:00Z"));
        var autumn = Array.IndexOf(year.Mondays, (int)(Utc("2026-10-18T23:00:00Z").ToUnixTimeSeconds() / 60));
        var open = WeekLayout.Of(LocalWeek.EdgesOf(WeeklyAvailability.Parse("Sun 01:15-01:45")), year.Through(year.Mondays[autumn], year.Mondays[autumn + 1]));
        Assert.Equal([((6 * 24 * 60) + 75, (6 * 24 * 60) + 60 + 105)], open);
    }

    [Theory]
    [InlineData("Sun 00:30-01:00", "Sun 00:30-01:00", 30)] // It ends at the last 01:00: 90 minutes in that week, 30 in all others.
    [InlineData("Sun 01:15-01:45", "Sun 00:00-00:30", 0)]
    [InlineData("Sun 01:40-03:00; Sun 00:00-01:20", "Sun 00:00-03:00", 120)] // The gap of spring takes 20 minutes of each.
    public void Windows_around_the_repeated_hour_share_what_the_slow_way_counts(string newcomer, string mentor, int least) =>
        Assert.Equal(least, Least(newcomer, "Europe/London", mentor, "Europe/London"));

    [Theory]
    [InlineData("2026-06-15T12:00:00Z", "2026-06-15T00:00:00Z")] // A Monday, at noon: this week is the first.
    [InlineData("2026-06-16T00:00:00Z", "2026-06-22T00:00:00Z")]
    [InlineData("2026-06-21T23:59:59Z", "2026-06-22T00:00:00Z")]
    public void The_first_week_starts_on_the_Monday_on_or_after_the_day(string from, string monday)
    {
        var year = new ZoneYear(Zone("Etc/UTC"), Utc(from));
        Assert.Equal(Utc(monday).ToUnixTimeSeconds() / 60, year.Mondays[0]);
        Assert.Equal((Utc(monday).ToUnixTimeSeconds() / 60) + (53 * LocalWeek.Minutes), year.Mondays[^1]);
    }

    [Theory]
    [InlineData("Pacific/Kiritimati", "Pacific/Pago_Pago")]
    [InlineData("Pacific/Pago_Pago", "Pacific/Kiritimati")]
    public void The_whole_year_is_there_even_from_one_end_of_the_earth_to_the_other(string newcomer, string mentor)
    {
        for (var hour = 0; hour < 7 * 24; hour++)
        {
            var from = Utc("2026-06-15T00:00:00Z").Plus(NodaTime.Duration.FromHours(hour));
            Assert.Equal(7 * 1440, Sharing.Least(Always, newcomer, Always, mentor, from));
        }
    }

    [Fact]
    public void Weeks_of_two_zones_are_of_few_kinds()
    {
        Assert.Single(KindsOf("America/Phoenix", "Asia/Kolkata"));
        Assert.InRange(KindsOf("America/New_York", "Europe/London").Length, 5, 8);
    }

    [Fact]
    public void Comparing_a_pair_allocates_nothing()
    {
        var shared = new SharedWeeks(Edges(Always), KindsOf("Europe/London", "America/New_York"));
        var mentor = Edges("Mon 19:00-21:00; Fri 22:00-02:00");
        shared.LeastMinutes(mentor);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++) shared.LeastMinutes(mentor);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    private static WeekKind[] KindsOf(string newcomer, string mentor)
    {
        var years = new ZoneYears(Utc("2026-01-15T09:30:00Z"));
        return years.Between(years.Of(newcomer), years.Of(mentor));
    }

    private static ushort[] Edges(string windows) => LocalWeek.EdgesOf(WeeklyAvailability.Parse(windows));

    private static int Least(string newcomer, string newcomerZone, string mentor, string mentorZone) =>
        Sharing.Least(newcomer, newcomerZone, mentor, mentorZone, Utc("2026-01-15T09:30:00Z"));
}
