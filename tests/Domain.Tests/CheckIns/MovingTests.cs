using Mentorship.Domain.CheckIns;
using Mentorship.Domain.Time;
using NodaTime;

namespace Mentorship.Domain.Tests.CheckIns;

/// <summary>A member moves: the same local times by another clock.</summary>
public class MovingTests
{
    private static readonly string[] Homes = ["Australia/Lord_Howe", "Europe/Dublin"];

    [Fact]
    public void However_often_somebody_moves_each_date_is_asked_once_and_at_the_chosen_time_where_they_are()
    {
        for (var seed = 1; seed <= 50; seed++)
        {
            var random = new Random(seed);
            var now = Instant.FromUtc(2026, 9, 20, random.Next(24), 0); // over both changes of clocks
            var (plan, home) = (Daily(Homes[0], now), 0);
            var dates = new List<LocalDate>();
            for (var hour = 0; hour < 24 * 60; hour++)
            {
                now += Duration.FromHours(1);
                foreach (var asked in plan.TakeDue(now))
                {
                    Assert.Equal(new LocalTime(12, 30), asked.DueAt.InZone(Zones.Get(Homes[home])).TimeOfDay);
                    dates.Add(asked.ScheduledDate);
                }
                if (random.Next(100) == 0) plan.Move(Homes[home = 1 - home], now);
            }
            Assert.Equal(dates.Distinct().Order(), dates);
            Assert.InRange(dates.Count, 40, 61);
            Assert.True(plan.IsChosen);
        }
    }

    [Fact]
    public void What_is_due_already_is_asked_all_the_same()
    {
        var now = Instant.FromUtc(2026, 11, 20, 0, 0);
        var plan = Daily("Australia/Lord_Howe", now);
        var due = plan.NextDueAt!.Value;
        plan.Move("Europe/Dublin", due);
        Assert.Equal(due, Assert.Single(plan.TakeDue(due + Duration.FromMinutes(1))).DueAt);
        Assert.Equal(new LocalTime(12, 30), plan.NextDueAt!.Value.InZone(Zones.Get("Europe/Dublin")).TimeOfDay);
    }

    [Fact]
    public void A_plan_that_rests_goes_on_by_the_new_clock_when_it_is_resumed()
    {
        var now = Instant.FromUtc(2026, 11, 20, 0, 0);
        var plan = Daily("Australia/Lord_Howe", now);
        plan.Pause(now);
        plan.Move("Europe/Dublin", now);
        Assert.Null(plan.NextDueAt);
        plan.Resume(now);
        Assert.Equal(new LocalTime(12, 30), plan.NextDueAt!.Value.InZone(Zones.Get("Europe/Dublin")).TimeOfDay);
    }

    private static CheckInPlan Daily(string zone, Instant now) => new(
        default, PairingId.New(), MemberId.New(), Layer.Daily, new PlanTimes(new Rhythm.Daily(), new LocalTime(12, 30), zone), now, chosen: true);
}
