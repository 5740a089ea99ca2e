using MediatR;
using Mentorship.Api.Features.CheckIns;
using Mentorship.Api.Tests.Hosting;
using Mentorship.Domain;
using Mentorship.Domain.CheckIns;
using Mentorship.Domain.CheckIns.Ladder;
using Mentorship.Domain.Communities;
using Mentorship.Domain.Members;
using Mentorship.Domain.Notices;
using Mentorship.Domain.Pairings;
using Mentorship.Domain.Pathways;
using Mentorship.Domain.Safety;
using Mentorship.Domain.Time;
using Mentorship.Engines;
using Mentorship.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Mentorship.Api.Tests.CheckIns;

/// <summary>Two hosts of one database count misses and climb at the same moment: each rung is taken once, and told once.</summary>
public class ParallelLadderTests
{
    private const int Pairs = 60, Batch = 25;

    [EveryEngine]
    public async Task Two_climbers_take_each_rung_of_each_silence_once(Engine engine)
    {
        await using var host = await EngineHost.On(engine);
        var community = await SampleCommunity.In(host.Api);
        await QuietPairs.SentCheckIns(host.Api, community, Pairs);

        host.Api.Clock.Advance(Duration.FromHours(4));
        await Twice(host.Api, () => new ClimbLadder(Actor.System(community.Id), Batch));
        Assert.Equal((Pairs, Pairs, Pairs), await QuietPairs.Counts(host.Api, community, RungCode.Repeat, NoticeKind.CheckInRepeated));

        host.Api.Clock.Advance(Duration.FromHours(45)); // past the 48 hours to answer
        Assert.Equal(Pairs, await Twice(host.Api, () => new LapseCheckIns(Actor.System(community.Id), Batch)));
        await Twice(host.Api, () => new ClimbLadder(Actor.System(community.Id), Batch));
        Assert.Equal((Pairs, Pairs, Pairs), await QuietPairs.Counts(host.Api, community, RungCode.MemberFirst, NoticeKind.HelloUnlessFine));

        await QuietPairs.Left(host.Api, community);
        host.Api.Clock.Advance(Duration.FromHours(24));
        await Twice(host.Api, () => new ClimbLadder(Actor.System(community.Id), Batch));
        Assert.Equal((Pairs, Pairs, Pairs), await QuietPairs.Counts(host.Api, community, RungCode.Mentor, NoticeKind.HelloMightBeWelcome));

        host.Api.Clock.Advance(Duration.FromDays(14)); // nobody looked meanwhile, so there are four hours more
        await Twice(host.Api, () => new ClimbLadder(Actor.System(community.Id), Batch));
        host.Api.Clock.Advance(Duration.FromHours(4));
        await Twice(host.Api, () => new ClimbLadder(Actor.System(community.Id), Batch));
        Assert.Equal((Pairs, Pairs, Pairs), await QuietPairs.Counts(host.Api, community, RungCode.Coordinators, NoticeKind.CoordinatorLookLater));
        Assert.Equal(Pairs, await QuietPairs.Concerns(host.Api, community));
        Assert.DoesNotContain(host.Api.Log.All, line => line.StartsWith("Error", StringComparison.Ordinal)); // a lost race is nobody's error
    }

    [EveryEngine]
    public async Task A_new_silence_begins_in_the_same_save_that_ends_the_old_one(Engine engine)
    {
        await using var host = await EngineHost.On(engine);
        var community = await SampleCommunity.In(host.Api);
        await QuietPairs.SentCheckIns(host.Api, community, Pairs);
        host.Api.Clock.Advance(Duration.FromHours(4));
        await host.Api.Send(new ClimbLadder(Actor.System(community.Id), Pairs));

        // Everybody answers that one by the app, and the next ones not.
        host.Api.Clock.Advance(Duration.FromHours(1));
        await Each<CheckIn>(host.Api, community, c => c.Answered(host.Api.Clock.Now));
        host.Api.Clock.Advance(Duration.FromDays(7));
        await host.Api.Send(new DispatchCheckIns(Actor.System(community.Id), 500));
        await Each<CheckIn>(host.Api, community, c => c.Sent(host.Api.Clock.Now));
        await QuietPairs.Left(host.Api, community, NoticeKind.CheckInDue);
        host.Api.Clock.Advance(Duration.FromHours(44)); // it is past its time, and has not been for long
        await Twice(host.Api, () => new LapseCheckIns(Actor.System(community.Id), Batch));

        await host.Api.Inside(community.Id, async services =>
        {
            var silences = await services.GetRequiredService<MentorshipDb>().Silences.ToListAsync();
            Assert.Equal(Pairs, silences.Count(s => s is { IsOpen: null, EndedBy: SilenceEnd.SignOfLife }));
            Assert.Equal(Pairs, silences.Count(s => s is { IsOpen: true, WeeklyMisses: 1 }));
            return true;
        });
    }

    private static Task<int> Each<T>(ApiHost host, SampleCommunity community, Action<T> change) where T : Entity => host.Inside(community.Id, async services =>
    {
        var db = services.GetRequiredService<MentorshipDb>();
        foreach (var row in await db.Set<T>().ToListAsync()) if (row is not CheckIn { State: CheckInState.Answered }) change(row);
        return await db.SaveChangesAsync();
    });

    private static async Task<int> Twice(ApiHost host, Func<IRequest<int>> command) => (await Task.WhenAll(Rounds(host, command), Rounds(host, command))).Sum();

    private static Task<int> Rounds(ApiHost host, Func<IRequest<int>> command) => Task.Run(async () =>
    {
        var all = 0;
        while (await host.Send(command()) is > 0 and var some) all += some;
        return all;
    });
}
