using Mentorship.Domain.CheckIns;
using Mentorship.Domain.Time;
using NodaTime;

namespace Mentorship.Domain.Tests.CheckIns;

public class TaperTests
{
    private static readonly Instant Begins = Instant.FromUtc(2026, 10, 20, 12, 0); // a Tuesday

    [Fact]
    public void It_begins_three_times_a_week_is_weekly_from_the_31st_day_and_goes_on_every_second_week_from_the_91st()
    {
        var taken = Taken(FrontLoaded("Europe/Dublin"), 200);

        var first = taken.Where(t => t.Date < new LocalDate(2026, 11, 19)).ToList();
        Assert.Equal(13, first.Count);
        Assert.All(first, t => Assert.True(t.Layer == Layer.Daily && t.Date.DayOfWeek is IsoDayOfWeek.Monday or IsoDayOfWeek.Wednesday or IsoDayOfWeek.Friday));
        var then = taken.Where(t => t.Date >= new LocalDate(2026, 11, 19) && t.Date < new LocalDate(2027, 1, 18)).ToList();
        Assert.Equal(9, then.Count);
        Assert.All(then, t => Assert.Equal((Layer.Weekly, IsoDayOfWeek.Sunday), (t.Layer, t.Date.DayOfWeek)));
        var after = taken.Where(t => t.Date >= new LocalDate(2027, 1, 18)).ToList();
        Assert.Equal(8, after.Count);
        Assert.All(after.Zip(after.Skip(1)), pair => Assert.Equal(14, Period.DaysBetween(pair.First.Date, pair.Second.Date)));
    }

    [Theory]
    [InlineData("Europe/Dublin"), InlineData("America/Nuuk"), InlineData("Australia/Lord_Howe"), InlineData("Africa/Casablanca"), InlineData("Pacific/Apia")]
    public void It_never_ends_by_itself_and_takes_each_date_once_at_its_local_time(string zone)
    {
        var taken = Taken(FrontLoaded(zone), 800);

        Assert.Equal(taken.Count, taken.Select(t => t.Date).Distinct().Count());
        Assert.All(taken.Zip(taken.Skip(1)), pair => Assert.InRange(Period.DaysBetween(pair.First.Date, pair.Second.Date), 1, 21));
        Assert.All(taken, t => Assert.Equal(t.Date.At(new LocalTime(18, 0)), t.Due.InZone(Zones.Get(zone)).LocalDateTime));
    }

    [Fact]
    public void Who_declines_keeps_the_rhythm_of_now_and_who_sets_a_rhythm_keeps_that()
    {
        var declined = FrontLoaded("Europe/Dublin");
        declined.DeclineTaper();
        Assert.All(Taken(declined, 200), t => Assert.Equal(Layer.Daily, t.Layer));

        var changed = FrontLoaded("Europe/Dublin");
        changed.Change(Layer.Weekly, changed.Times with { Rhythm = Rhythm.Parse("weekly:Tue") }, Begins);
        Assert.Empty(changed.Taper.Steps);
        Assert.All(Taken(changed, 200), t => Assert.Equal(IsoDayOfWeek.Tuesday, t.Date.DayOfWeek));
    }

    [Fact]
    public void A_plan_that_rested_over_its_changes_goes_on_at_the_rhythm_of_then()
    {
        var plan = FrontLoaded("Europe/Dublin");
        plan.Pause(Begins);
        plan.Resume(Begins + Duration.FromDays(60));

        Assert.Equal((Layer.Weekly, 1), (plan.Layer, plan.Taper.Steps.Count));
        Assert.Equal(IsoDayOfWeek.Sunday, plan.NextDate.DayOfWeek);
    }

    [Theory]
    [InlineData(20), InlineData(60), InlineData(91), InlineData(365)]
    public void After_a_clock_that_was_ahead_it_goes_on_as_if_the_clock_had_not_been(int leap)
    {
        var plan = FrontLoaded("Europe/Dublin");
        plan.TakeDue(Begins + Duration.FromDays(leap));

        var anew = plan.BeginAnew(Begins + Duration.FromHours(1));

        Assert.Equal((Layer.Daily, "weekdays:Mon,Wed,Fri"), (anew.Layer, anew.Times.Rhythm.ToString()));
        Assert.Null(plan.Holds);
        Assert.Equal(Layer.Weekly, anew.Holds);
        var (meant, taken) = (Taken(FrontLoaded("Europe/Dublin"), 200), Taken(anew, 200));
        Assert.InRange(taken.Count, meant.Count - 2, meant.Count); // up to six days less of a rhythm
        Assert.Equal(meant[0], taken[0]);
        Assert.Equal(meant[^1], taken[^1]);
    }

    [Fact]
    public void Two_months_later_it_is_weekly_until_every_second_week_begins()
    {
        var plan = FrontLoaded("Europe/Dublin");
        var now = Begins + Duration.FromDays(60);
        plan.TakeDue(Begins + Duration.FromDays(400));

        var anew = plan.BeginAnew(now);

        Assert.Equal((Layer.Weekly, IsoDayOfWeek.Sunday), (anew.Layer, anew.NextDate.DayOfWeek));
        Assert.InRange(anew.NextDueAt!.Value - now, Duration.Zero, Duration.FromDays(7));
        Assert.Equal(FrontLoaded("Europe/Dublin").Taper.Steps[^1].Rhythm, Assert.Single(anew.Taper.Steps).Rhythm);
    }

    [Theory]
    [InlineData("every:14:2026-08-02"), InlineData("every:14:2028-01-02"), InlineData("every:10:2026-11-01"), InlineData("weekly:Tue")]
    public void A_plan_without_a_taper_that_has_to_begin_anew_keeps_its_rhythm(string rhythm)
    {
        var plan = new CheckInPlan(default, default, default, Layer.Weekly, new PlanTimes(Rhythm.Parse(rhythm), new LocalTime(18, 0), "Europe/Dublin"), Begins);
        plan.TakeDue(Begins + Duration.FromDays(800));
        var anew = plan.BeginAnew(Begins);
        Assert.Equal((rhythm, Layer.Weekly, Taper.None), (anew.Times.Rhythm.ToString(), anew.Layer, anew.Taper));
    }

    [Fact]
    public void What_is_shown_ahead_is_what_comes()
    {
        var plan = FrontLoaded("Europe/Dublin");
        var daysOff = DaysOff.Parse("2026-11-16/2026-11-29");
        var shown = plan.Upcoming(20, daysOff);

        Assert.Equal(20, shown.Count);
        Assert.Equal(shown, Taken(plan, 200, daysOff).Where(t => t.State != CheckInState.Excused).Take(20).Select(t => t.Due));
    }

    [Fact]
    public void Its_text_reads_back_equal()
    {
        var taper = Taper.Gentle(new LocalDate(2026, 10, 20), IsoDayOfWeek.Thursday);

        Assert.Equal(taper, Taper.Parse(taper.ToString()));
        Assert.Equal(Taper.None, Taper.Parse(""));
        Assert.Throws<FormatException>(() => Taper.Parse("2026-10-20 weekly:Sun"));
    }

    private static CheckInPlan FrontLoaded(string zone)
    {
        var plan = new CheckInPlan(default, default, default, Layer.Weekly, new PlanTimes(Rhythm.Parse("weekly:Sun"), new LocalTime(18, 0), zone), Begins);
        plan.FrontLoad(Begins);
        return plan;
    }

    private static List<(LocalDate Date, Instant Due, Layer Layer, CheckInState State)> Taken(CheckInPlan plan, int days, DaysOff? daysOff = null)
    {
        var taken = new List<(LocalDate, Instant, Layer, CheckInState)>();
        while (plan.NextDueAt is { } due && due < Begins + Duration.FromDays(days))
            taken.AddRange(plan.TakeDue(due, daysOff).Select(c => (c.ScheduledDate, c.DueAt, c.Layer, c.State)));
        return taken;
    }
}
