using Mentorship.Domain.CheckIns;
using Mentorship.Domain.Time;
using NodaTime;

namespace Mentorship.Domain.Tests.CheckIns;

/// <summary>A plan that could not be taken is tried again, and what it owes stays on its record.</summary>
public class PutBackTests
{
    private static readonly Instant Begun = Instant.FromUtc(2026, 11, 20, 0, 0);

    [Fact]
    public void A_plan_that_was_put_back_makes_each_occurrence_at_its_own_time_once_it_can_be_taken()
    {
        var (plan, never) = (Daily(), Daily());
        var due = plan.NextDueAt!.Value;
        for (var hour = 0; hour < 60; hour++) plan.PushBack(due + Duration.FromHours(hour));

        var (made, asIfNever) = (plan.TakeDue(due + Duration.FromHours(60)), never.TakeDue(due + Duration.FromHours(60)));

        Assert.Equal([due, due + Duration.FromDays(1), due + Duration.FromDays(2)], made.Select(c => c.DueAt));
        Assert.Equal([CheckInState.Excused, CheckInState.Excused, CheckInState.Scheduled], made.Select(c => c.State));
        Assert.Equal(asIfNever.Select(c => (c.ScheduledDate, c.DueAt, c.AnswerBy, c.State)), made.Select(c => (c.ScheduledDate, c.DueAt, c.AnswerBy, c.State)));
        Assert.Equal(never.NextDueAt, plan.NextDueAt);
    }

    [Fact]
    public void What_sets_its_times_anew_or_lays_it_to_rest_leaves_no_try_ahead()
    {
        foreach (var step in (Action<CheckInPlan, Instant>[])
            [(p, now) => p.TakeDue(now), (p, now) => p.Move("Asia/Tokyo", now), (p, now) => p.Change(p.Layer, p.Times, now), (p, now) => p.Pause(now), (p, now) => p.End(now)])
        {
            var plan = Daily();
            var now = plan.NextDueAt!.Value;
            plan.PushBack(now);
            Assert.Equal(now + Duration.FromHours(1), plan.RetryAt);
            step(plan, now + Duration.FromMinutes(1));
            Assert.Null(plan.RetryAt);
        }
    }

    private static CheckInPlan Daily() => new(
        default, PairingId.New(), MemberId.New(), Layer.Daily, new PlanTimes(new Rhythm.Daily(), new LocalTime(12, 30), "Europe/Dublin"), Begun);
}
