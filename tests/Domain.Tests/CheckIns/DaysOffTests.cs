using Mentorship.Domain.CheckIns;
using Mentorship.Domain.Members;
using Mentorship.Domain.Time;
using NodaTime;

namespace Mentorship.Domain.Tests.CheckIns;

public class DaysOffTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 12, 20, 12, 0);

    [Fact]
    public void What_falls_on_a_day_off_is_excused_and_told_to_nobody_and_the_dates_go_on()
    {
        var plan = Daily();
        var daysOff = DaysOff.Parse("2026-12-24/2026-12-26");
        var taken = Enumerable.Range(0, 10).SelectMany(_ => plan.TakeDue(plan.NextDueAt!.Value, daysOff)).ToList();

        Assert.Equal(taken[0].ScheduledDate.PlusDays(9), taken[^1].ScheduledDate);
        foreach (var checkIn in taken)
        {
            var off = checkIn.ScheduledDate.Day is >= 24 and <= 26;
            Assert.Equal(off ? CheckInState.Excused : CheckInState.Scheduled, checkIn.State);
            Assert.Equal(off ? ExcuseReason.DayOff : null, checkIn.ExcusedBecause);
            Assert.Equal(off ? 0 : 1, checkIn.Events.Sum(e => e.Tells.Count));
            Assert.Equal(off, checkIn.RepeatAt is null);
        }
    }

    [Fact]
    public void After_an_outage_what_fell_on_a_day_off_says_so_and_the_others_that_they_are_ours()
    {
        var plan = Daily();
        var taken = plan.TakeDue(plan.NextDueAt!.Value + Duration.FromDays(3), DaysOff.Parse("2026-12-22/2026-12-22"));
        Assert.Equal([ExcuseReason.Ours, ExcuseReason.Ours, ExcuseReason.DayOff, null], taken.Select(c => c.ExcusedBecause));
        Assert.Equal(CheckInState.Scheduled, taken[^1].State);
    }

    [Fact]
    public void A_day_off_is_one_of_the_plans_own_zone()
    {
        var plan = new CheckInPlan(default, default, default, Layer.Daily, new PlanTimes(Rhythm.Parse("daily"), new LocalTime(7, 0), "Pacific/Auckland"), Now);
        var daysOff = DaysOff.Parse("2026-12-22/2026-12-22");

        var states = Enumerable.Range(0, 3).SelectMany(_ => plan.TakeDue(plan.NextDueAt!.Value, daysOff)).ToDictionary(c => c.DueAt, c => c.State);
        Assert.Equal(CheckInState.Excused, states[Instant.FromUtc(2026, 12, 21, 18, 0)]); // 07:00 on the 22nd there
        Assert.Equal(1, states.Values.Count(s => s == CheckInState.Excused));
    }

    [Fact]
    public void Days_that_have_passed_on_every_clock_are_let_go()
    {
        var member = new Member(default, "Mary L.", Roles.Newcomer, new Profile(), Now);
        member.TakeOff(DaysOff.Parse("2026-12-01/2026-12-18;2026-12-10/2026-12-19;2026-12-24/2026-12-26"), Now); // on Baker Island it is the 20th still
        Assert.Equal("2026-12-10/2026-12-19;2026-12-24/2026-12-26", member.DaysOff.ToString());
    }

    [Fact]
    public void Nothing_is_shown_ahead_of_a_plan_that_is_off_for_years()
    {
        Assert.Empty(Daily().Upcoming(3, DaysOff.Parse("2026-12-01/2036-12-19")));
    }

    [Fact]
    public void Their_text_reads_back_equal() =>
        Assert.Equal(DaysOff.Parse("2026-12-24/2027-01-02;2027-03-01/2027-03-01"), DaysOff.Parse(DaysOff.Parse("2027-03-01/2027-03-01;2026-12-24/2027-01-02").ToString()));

    private static CheckInPlan Daily() => new(default, default, default, Layer.Daily, new PlanTimes(Rhythm.Parse("daily"), new LocalTime(18, 0), "Europe/Dublin"), Now);
}
