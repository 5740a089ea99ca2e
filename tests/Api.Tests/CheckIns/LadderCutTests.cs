using Mentorship.Api.Features.CheckIns;
using Mentorship.Api.Tests.Hosting;
using Mentorship.Domain;
using Mentorship.Domain.CheckIns.Ladder;
using Mentorship.Domain.Notices;
using Mentorship.Engines;
using NodaTime;

namespace Mentorship.Api.Tests.CheckIns;

/// <summary>
/// A climb is cut off as by a kill: before each of its writes in turn, before its commit and after it. What was begun is undone or whole,
/// and the next climb takes each rung once and tells it once.
/// </summary>
public class LadderCutTests
{
    private const int Pairs = 3;

    [EveryEngine]
    public async Task A_climb_that_is_cut_off_anywhere_takes_each_rung_once_and_tells_it_once(Engine engine)
    {
        await using var database = await TestDatabase.New(engine);
        var cut = new Cut();
        await using var host = new InterceptedHost(database, cut);
        var community = await SampleCommunity.In(host);
        await QuietPairs.SentCheckIns(host, community, Pairs);

        await Climb(Duration.FromHours(4), RungCode.Repeat, NoticeKind.CheckInRepeated);
        host.Clock.Advance(Duration.FromHours(45)); // past the 48 hours to answer
        await host.Send(new LapseCheckIns(Actor.System(community.Id), Pairs));
        await Climb(Duration.Zero, RungCode.MemberFirst, NoticeKind.HelloUnlessFine);
        await QuietPairs.Left(host, community);
        await Climb(Duration.FromHours(24), RungCode.Mentor, NoticeKind.HelloMightBeWelcome);
        host.Clock.Advance(Duration.FromDays(14)); // nobody looked meanwhile, so there are four hours more
        await host.Send(new ClimbLadder(Actor.System(community.Id), Pairs));
        await Climb(Duration.FromHours(4), RungCode.Coordinators, NoticeKind.CoordinatorLookLater);
        Assert.Equal(Pairs, await QuietPairs.Concerns(host, community));

        async Task Climb(Duration later, RungCode rung, NoticeKind kind)
        {
            host.Clock.Advance(later);
            var (cuts, point) = (0, 0);
            while (await Looked(point) is not { } taken || taken > 0)
            {
                (cuts, point) = cut.IsCommitted ? (cuts, 0) : (cuts + 1, point + 1);
                var (_, rungs, notices) = await QuietPairs.Counts(host, community, rung, kind);
                Assert.Equal(rungs, notices);
                Assert.Contains(rungs, (int[])[0, Pairs]);
            }
            Assert.True(cuts >= 2, $"Only {cuts} cuts before the commit.");
            Assert.Equal((Pairs, Pairs, Pairs), await QuietPairs.Counts(host, community, rung, kind));
        }

        // How many were looked at; null where it was cut off.
        async Task<int?> Looked(int point)
        {
            cut.At(point);
            try
            {
                return await host.Send(new ClimbLadder(Actor.System(community.Id), Pairs));
            }
            catch (OperationCanceledException)
            {
                return null;
            }
            finally
            {
                cut.Never();
            }
        }
    }
}
