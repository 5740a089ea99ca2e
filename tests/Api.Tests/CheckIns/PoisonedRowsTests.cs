using Mentorship.Api.Features.CheckIns;
using Mentorship.Api.Jobs;
using Mentorship.Api.Tests.Hosting;
using Mentorship.Domain;
using Mentorship.Domain.CheckIns;
using Mentorship.Domain.CheckIns.Ladder;
using Mentorship.Domain.Time;
using Mentorship.Infrastructure.Persistence;
using Mentorship.Infrastructure.Persistence.Stores;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Mentorship.Api.Tests.CheckIns;

/// <summary>One row of a batch cannot be worked on, as when a zone is known no more: it is put back and reported, and the others go on.</summary>
public sealed class PoisonedRowsTests : IDisposable
{
    private const string Nowhere = "Nowhere/Else";

    private readonly ApiHost _host = new();

    [Fact]
    public async Task A_plan_that_cannot_be_taken_waits_an_hour_is_reported_and_holds_up_nobody()
    {
        var pair = await IntroducedPair.In(_host);
        var other = await IntroducedPair.In(_host, pair.Community);
        await SetZone(pair, Nowhere);
        _host.Clock.MoveTo(IntroducedPair.FirstDue);

        await pair.Dispatch();

        Assert.Equal("scheduled", await other.State());
        Assert.Empty(await IntroducedPair.Items(pair.Newcomer, $"{pair.Path}/check-ins"));
        var poisoned = await PlanOf(pair);
        Assert.Equal(IntroducedPair.FirstDue, poisoned.NextDueAt);
        var reported = $"Plan {poisoned.Id} was pushed back by an hour: RuleBroken";
        Assert.Single(_host.Log.All, line => line.Contains(reported, StringComparison.Ordinal));
        Assert.Single(await Audit(pair, "plan-pushed-back"));

        _host.Clock.Advance(Duration.FromHours(1) - Duration.FromSeconds(1));
        Assert.Empty(await Due(pair));
        Assert.Equal(0, await pair.Dispatch());
        _host.Clock.Advance(Duration.FromSeconds(1));
        Assert.Single(await Due(pair));
        Assert.Equal(1, await pair.Dispatch());
        Assert.Equal(2, _host.Log.All.Count(line => line.Contains(reported, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_plan_that_can_be_taken_again_asks_at_its_own_times_the_latest_and_excuses_the_others()
    {
        var pair = await IntroducedPair.In(_host);
        await SetZone(pair, Nowhere);
        _host.Clock.MoveTo(IntroducedPair.FirstDue);
        await pair.Dispatch();

        await SetZone(pair, "Europe/Dublin"); // it is known again
        _host.Clock.Advance(Duration.FromDays(14) + Duration.FromHours(1));
        await pair.Dispatch();

        var made = await IntroducedPair.Items(pair.Newcomer, $"{pair.Path}/check-ins");
        Assert.Equal(
            [("2026-10-25T18:00:00Z", "2026-10-27T18:00:00Z", "excused"), ("2026-11-01T18:00:00Z", "2026-11-03T18:00:00Z", "excused"),
                ("2026-11-08T18:00:00Z", "2026-11-10T18:00:00Z", "scheduled")],
            made.Select(c => (c.GetProperty("dueAt").GetString(), c.GetProperty("answerBy").GetString(), c.GetProperty("state").GetString())));
        Assert.Equal(IntroducedPair.FirstDue + Duration.FromDays(21), (await PlanOf(pair)).NextDueAt);
    }

    [Fact]
    public async Task A_silence_that_cannot_climb_waits_an_hour_is_reported_and_holds_up_nobody()
    {
        var community = await SampleCommunity.In(_host);
        await QuietPairs.SentCheckIns(_host, community, 2);
        _host.Clock.Advance(Duration.FromHours(4));
        await Climb(community); // both begin
        var silence = await _host.Inside(community.Id, services => services.GetRequiredService<MentorshipDb>().Silences.AsNoTracking().FirstAsync());
        await SetZone(community, silence.Member, Nowhere);

        await Climb(community);

        Assert.NotEqual(silence.Id, Assert.Single(await Taken(community)).Silence);
        var poisoned = await _host.Inside(community.Id, services =>
            services.GetRequiredService<MentorshipDb>().Silences.AsNoTracking().SingleAsync(s => s.Id == silence.Id));
        Assert.Equal((RungCode.Repeat, _host.Clock.Now + Duration.FromHours(1)), (poisoned.Next!.Value, poisoned.NextAt!.Value));
        Assert.Single(_host.Log.All, line => line.Contains($"Silence {silence.Id} was pushed back by an hour: RuleBroken", StringComparison.Ordinal));

        await SetZone(community, silence.Member, "Etc/UTC");
        _host.Clock.Advance(Duration.FromHours(1));
        await Climb(community);
        Assert.Equal(2, (await Taken(community)).Count);
    }

    [Fact]
    public async Task A_plan_whose_due_time_cannot_be_told_by_new_rules_keeps_it_is_reported_and_holds_up_nobody()
    {
        var pair = await IntroducedPair.In(_host);
        var other = await IntroducedPair.In(_host, pair.Community);
        var (kept, before) = ((await PlanOf(pair)).NextDueAt, (await PlanOf(other)).NextDueAt);
        await _host.Inside(pair.Community.Id, services => services.GetRequiredService<MentorshipDb>().Communities
            .ExecuteUpdateAsync(c => c.SetProperty(x => x.TzdbVersion, "2020a")));
        await _host.Inside(pair.Community.Id, services => services.GetRequiredService<MentorshipDb>().Plans.Where(p => p.Member == other.Newcomer.Id)
            .ExecuteUpdateAsync(p => p.SetProperty(x => x.NextDueAt, before + Duration.FromHours(1))));
        await SetZone(pair, Nowhere);

        await Timetable.Standard.Get("reset-due-times").Run(_host.Services.GetRequiredService<IServiceScopeFactory>(), default);

        Assert.Equal((kept, before), ((await PlanOf(pair)).NextDueAt, (await PlanOf(other)).NextDueAt));
        var untold = $"The due time of plan {(await PlanOf(pair)).Id} cannot be told";
        Assert.Contains(_host.Log.All, line => line.Contains(untold, StringComparison.Ordinal));
        Assert.Empty(await _host.Inside(pair.Community.Id, services =>
            services.GetRequiredService<DueWork>().Communities(Work.DueTimes, _host.Clock.Now, default)));
    }

    [Fact]
    public async Task A_check_in_whose_date_cannot_be_told_is_excused_and_reported_and_the_others_lapse()
    {
        var pair = await IntroducedPair.In(_host);
        var other = await IntroducedPair.In(_host, pair.Community);
        await pair.TakeOff("2026-12-24", "2026-12-24");
        await other.TakeOff("2026-12-24", "2026-12-24");
        _host.Clock.MoveTo(IntroducedPair.FirstDue);
        await pair.Dispatch();
        await pair.Deliver();
        await SetZone(pair, Nowhere);

        await other.LapseAfterGrace();

        Assert.Equal(("excused", "ours", "missed"), (await pair.State(), await pair.ExcusedBecause(), await other.State()));
        var untold = $"Check-in {(await pair.CheckIn()).GetProperty("id").GetGuid()} is excused, for its date cannot be told: RuleBroken";
        Assert.Single(_host.Log.All, line => line.Contains(untold, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_plan_that_cannot_begin_anew_after_a_clock_that_was_ahead_is_reported_and_holds_up_nobody()
    {
        var pair = await IntroducedPair.In(_host);
        await IntroducedPair.In(_host, pair.Community);
        var now = _host.Clock.Now;
        _host.Clock.MoveTo(now + Duration.FromDays(365));
        await pair.Dispatch();
        _host.Clock.MoveTo(now);
        var poisoned = await PlanOf(pair);
        await SetZone(pair, Nowhere);

        await Timetable.Standard.Get("restore-plans").Run(_host.Services.GetRequiredService<IServiceScopeFactory>(), default);

        Assert.Equal(1, await _host.Inside(pair.Community.Id, services => services.GetRequiredService<MentorshipDb>()
            .Plans.CountAsync(p => p.NextDueAt == IntroducedPair.FirstDue)));
        Assert.Equal((poisoned.NextDueAt, null), ((await PlanOf(pair)).NextDueAt, (await PlanOf(pair)).EndedAt));
        Assert.Contains(_host.Log.All, line => line.Contains($"Plan {poisoned.Id} cannot begin anew", StringComparison.Ordinal));
    }

    public void Dispose() => _host.Dispose();

    private Task<int> Climb(SampleCommunity community) => _host.Send(new ClimbLadder(Actor.System(community.Id), 100));

    private Task<int> SetZone(IntroducedPair pair, string zone) => SetZone(pair.Community, pair.Newcomer.Id, zone);

    private Task<int> SetZone(SampleCommunity community, MemberId of, string zone) => _host.Inside(community.Id, services =>
        services.GetRequiredService<MentorshipDb>().Plans.Where(p => p.Member == of).ExecuteUpdateAsync(p => p.SetProperty(x => x.Times.ZoneId, zone)));

    private Task<CheckInPlan> PlanOf(IntroducedPair pair) => _host.Inside(pair.Community.Id, services => services.GetRequiredService<MentorshipDb>()
        .Plans.AsNoTracking().SingleAsync(p => p.Member == pair.Newcomer.Id && p.Layer == Layer.Weekly));

    private Task<List<CommunityId>> Due(IntroducedPair pair) => _host.Inside(pair.Community.Id, services =>
        services.GetRequiredService<DueWork>().Communities(Work.CheckIns, _host.Clock.Now, default));

    private Task<List<RungTaken>> Taken(SampleCommunity community) => _host.Inside(community.Id, services =>
        services.GetRequiredService<MentorshipDb>().RungsTaken.AsNoTracking().ToListAsync());

    private Task<List<string>> Audit(IntroducedPair pair, string code) => _host.Inside(pair.Community.Id, services =>
        services.GetRequiredService<MentorshipDb>().Audit.Where(a => a.Code == code).Select(a => a.Code).ToListAsync());
}
