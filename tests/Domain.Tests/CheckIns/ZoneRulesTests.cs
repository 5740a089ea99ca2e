using Mentorship.Domain.CheckIns;
using Mentorship.Domain.Time;
using NodaTime;

namespace Mentorship.Domain.Tests.CheckIns;

/// <summary>Due times are instants that were told by the rules of a zone.</summary>
public class ZoneRulesTests
{
    [Fact]
    public void A_plan_whose_zone_has_the_same_rules_stays_as_it_is()
    {
        var (plan, due) = Weekly();
        Assert.False(plan.FollowZone());
        Assert.Equal(due, plan.NextDueAt);
    }

    [Fact]
    public void A_plan_that_rests_has_no_time_to_move()
    {
        var (plan, _) = Weekly();
        plan.Pause(Instant.FromUtc(2026, 10, 21, 0, 0));
        Assert.False(plan.FollowZone());
        Assert.Null(plan.NextDueAt);
    }

    private static (CheckInPlan Plan, Instant? Due) Weekly()
    {
        var plan = new CheckInPlan(default, PairingId.New(), MemberId.New(), Layer.Weekly,
            new PlanTimes(Rhythm.Parse("weekly:Sun"), new LocalTime(18, 0), "Europe/Dublin"), Instant.FromUtc(2026, 10, 20, 0, 0));
        return (plan, plan.NextDueAt);
    }
}
