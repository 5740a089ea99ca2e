using Mentorship.Domain.CheckIns;
using Mentorship.Domain.Time;
using NodaTime;

namespace Mentorship.Domain.Tests.CheckIns;

/// <summary>When a check-in that waits is repeated, beside the quiet hours of its member, four hours after it left by default.</summary>
public class RepeatTimeTests
{
    private static readonly LocalDate Date = new(2026, 11, 20);

    [Theory]
    [InlineData("12:00", "16:00"), InlineData("16:00", "20:00")]
    [InlineData("16:01", "20:00"), InlineData("16:59", "20:00")] // four hours later less than an hour is left
    [InlineData("17:00", "20:00"), InlineData("18:00", "20:00"), InlineData("19:00", "20:00")] // by the morning it is closed
    [InlineData("19:01", "23:01"), InlineData("20:30", "00:30")] // not within the hour after it left: it is passed over
    [InlineData("22:30", "02:30")] // at eight it is open still
    public void A_daily_one_is_repeated_before_quiet_hours_that_outlast_it(string sent, string repeated) =>
        Assert.Equal(At(repeated, after: sent), Asked(Layer.Daily, sent).RepeatsAt(Duration.FromHours(4), QuietHours.Default, "Europe/Dublin"));

    [Theory]
    [InlineData("18:00", "22:30", "06:00", "21:30"), InlineData("20:00", "22:30", "08:00", "21:30"), InlineData("18:00", "00:00", "00:00", "22:00"), InlineData("21:00", "00:30", "10:00", "23:30")]
    [InlineData("04:00", "07:00", "17:00", "06:00")] // who works at night
    public void It_keeps_to_its_members_own_hours(string sent, string from, string to, string repeated) =>
        Assert.Equal(At(repeated, after: sent), Asked(Layer.Daily, sent).RepeatsAt(Duration.FromHours(4), new(Time(from), Time(to)), "Europe/Dublin"));

    [Fact]
    public void A_weekly_one_has_the_next_day() =>
        Assert.Equal(At("22:00"), Asked(Layer.Weekly, "18:00").RepeatsAt(Duration.FromHours(4), QuietHours.Default, "Europe/Dublin"));

    [Fact]
    public void Where_the_zone_is_no_more_it_is_repeated_by_its_hours_alone() =>
        Assert.Equal(At("22:00"), Asked(Layer.Daily, "18:00").RepeatsAt(Duration.FromHours(4), QuietHours.Default, "Nowhere/AtAll"));

    [Fact]
    public void It_is_looked_at_an_hour_after_it_left_and_waits_for_its_time()
    {
        var asked = Asked(Layer.Daily, "18:00");
        Assert.Equal(At("19:00"), asked.RepeatAt);
        Assert.False(Waits(asked, "19:00"));
        Assert.Equal(At("20:00"), asked.RepeatAt);
        Assert.True(Waits(asked, "20:00"));
        Assert.Null(asked.RepeatAt);
    }

    private static bool Waits(CheckIn asked, string now) => asked.WaitsFor(Duration.FromHours(4), QuietHours.Default, "Europe/Dublin", At(now));

    private static CheckIn Asked(Layer layer, string sent)
    {
        var times = new PlanTimes(Rhythm.Parse(layer == Layer.Daily ? "daily" : "weekly:Fri"), Time(sent), "Europe/Dublin");
        var asked = Assert.Single(new CheckInPlan(default, PairingId.New(), MemberId.New(), layer, times, At(sent) - Duration.FromMinutes(1)).TakeDue(At(sent)));
        asked.Sent(At(sent));
        return asked;
    }

    private static LocalTime Time(string time) => NodaTime.Text.LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(time).Value;

    /// <summary>On that day in Dublin, or on the next one where it is not after another time.</summary>
    private static Instant At(string time, string? after = null) =>
        ((after is not null && Time(time) < Time(after) ? Date.PlusDays(1) : Date) + Time(time)).InZoneStrictly(Zones.Get("Europe/Dublin")).ToInstant();
}
