using Mentorship.Api.Jobs;
using Mentorship.Api.Tests.Hosting;
using Mentorship.Domain.CheckIns;
using Mentorship.Engines;
using Mentorship.Infrastructure.Persistence;
using Mentorship.Infrastructure.Persistence.Stores;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Mentorship.Api.Tests.CheckIns;

/// <summary>A new version brings new rules of time zones: who is asked at six stays asked at six.</summary>
public class ZoneRulesTests
{
    [EveryEngine]
    public async Task Plans_that_were_made_by_other_rules_are_due_at_their_local_time_again_once_even_with_two_hosts(Engine engine)
    {
        await using var host = await EngineHost.On(engine);
        var pair = await IntroducedPair.In(host.Api);
        var before = await Due(pair);
        await OtherRules(pair);
        Assert.NotEqual(before, await Due(pair));

        await Task.WhenAll(Reset(host.Api), Reset(host.Api));

        Assert.Equal(before, await Due(pair));
        Assert.Empty(await WithOtherRules(pair));
    }

    [Fact]
    public async Task While_the_rules_are_the_same_nothing_is_looked_at()
    {
        using var host = new ApiHost();
        var pair = await IntroducedPair.In(host);
        Assert.Empty(await WithOtherRules(pair));
    }

    private static Task Reset(ApiHost host) =>
        Timetable.Standard.Get("reset-due-times").Run(host.Services.GetRequiredService<IServiceScopeFactory>(), CancellationToken.None);

    /// <summary>As if everything had been told by rules that put clocks an hour later.</summary>
    private static Task<int> OtherRules(IntroducedPair pair) => pair.Host.Inside(pair.Community.Id, async services =>
    {
        var db = services.GetRequiredService<MentorshipDb>();
        foreach (var plan in await db.Plans.ToListAsync()) db.Entry(plan).Property(p => p.NextDueAt).CurrentValue += Duration.FromHours(1);
        await db.SaveChangesAsync();
        return await db.Communities.ExecuteUpdateAsync(c => c.SetProperty(x => x.TzdbVersion, "2020a"));
    });

    private static Task<List<Instant>> Due(IntroducedPair pair) => pair.Host.Inside(pair.Community.Id, services =>
        services.GetRequiredService<MentorshipDb>().Plans.OrderBy(p => p.Id).Select(p => p.NextDueAt!.Value).ToListAsync());

    private static Task<List<Domain.CommunityId>> WithOtherRules(IntroducedPair pair) => pair.Host.Inside(pair.Community.Id, services =>
        services.GetRequiredService<DueWork>().Communities(Work.DueTimes, pair.Host.Clock.Now, CancellationToken.None));
}
