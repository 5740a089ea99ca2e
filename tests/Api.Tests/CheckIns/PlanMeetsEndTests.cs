using System.Net;
using System.Net.Http.Json;
using Mentorship.Api.Tests.Hosting;
using Mentorship.Api.Tests.Members;
using Mentorship.Domain.CheckIns;
using Mentorship.Domain.Pairings;
using Mentorship.Engines;
using Mentorship.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Mentorship.Api.Tests.CheckIns;

/// <summary>One of the two chooses to be asked in one more layer in the moment in which the other ends or pauses the pairing, or blocks.</summary>
public class PlanMeetsEndTests
{
    [EveryEngine]
    public async Task A_plan_that_was_chosen_while_the_pairing_ended_is_refused_and_nothing_asks_any_more(Engine engine)
    {
        await using var database = await TestDatabase.New(engine);
        var meanwhile = new Meanwhile();
        await using var host = new InterceptedHost(database, meanwhile);
        var pair = await IntroducedPair.In(host);
        meanwhile.Before<CheckInPlan>(() => pair.Post(pair.Mentor, "end"));

        await AddPlan(pair).Is(HttpStatusCode.Conflict, "pairing-not-open");

        Assert.Empty(await Running(pair));
    }

    [EveryEngine]
    public async Task An_end_stops_the_plan_that_was_chosen_after_it_had_looked(Engine engine)
    {
        await using var database = await TestDatabase.New(engine);
        var meanwhile = new Meanwhile();
        await using var host = new InterceptedHost(database, meanwhile);
        var pair = await IntroducedPair.In(host);
        meanwhile.Before<Pairing>(() => AddPlan(pair).Is(HttpStatusCode.Created));

        await pair.Post(pair.Mentor, "end");

        Assert.True(meanwhile.IsOver);
        Assert.Empty(await Running(pair));
    }

    [EveryEngine]
    public async Task A_plan_that_was_chosen_while_the_pairing_was_paused_rests_with_the_others(Engine engine)
    {
        await using var database = await TestDatabase.New(engine);
        var meanwhile = new Meanwhile();
        await using var host = new InterceptedHost(database, meanwhile);
        var pair = await IntroducedPair.In(host);
        meanwhile.Before<CheckInPlan>(() => pair.Post(pair.Mentor, "pause"));

        await AddPlan(pair).Is(HttpStatusCode.Created);

        var running = await Running(pair);
        Assert.Contains(running, p => p.Layer == Domain.Time.Layer.Quarterly);
        Assert.All(running, p => Assert.Null(p.NextDueAt));
    }

    private static Task<HttpResponseMessage> AddPlan(IntroducedPair pair) => pair.Newcomer.Http.PostAsJsonAsync(
        $"{pair.Path}/plans", new { layer = "quarterly", rhythm = "every:90:2026-11-01", at = "10:00", zoneId = "Europe/Dublin" });

    private static Task<List<CheckInPlan>> Running(IntroducedPair pair) => pair.Host.Inside(pair.Community.Id, services =>
        services.GetRequiredService<MentorshipDb>().Plans.AsNoTracking().Where(p => p.EndedAt == null).ToListAsync());
}
