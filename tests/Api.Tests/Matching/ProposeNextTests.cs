using Mentorship.Api.Features.Matching;
using Mentorship.Api.Tests.Hosting;
using Mentorship.Domain;
using Mentorship.Domain.Communities;
using Mentorship.Domain.Matching;
using Mentorship.Domain.Members;
using Mentorship.Domain.Pairings;
using Mentorship.Domain.Safety;
using Mentorship.Infrastructure.Persistence;
using Microsoft.Extensions.DependencyInjection;
using Moq;
using NodaTime;

namespace Mentorship.Api.Tests.Matching;

public sealed class ProposeNextTests : IDisposable
{
    private static readonly Instant Now = Instant.FromUtc(2026, 10, 20, 12, 0);
    private static readonly CommunityId Community = CommunityId.New();
    private readonly TestClock _clock = new(Now);
    private readonly Mock<IMatchingBoards> _boards = new();
    private readonly FruitlessLooks _looks = new();
    private readonly ApiHost _host = new();

    public ProposeNextTests()
    {
        _boards.Setup(b => b.MarkOfAll(default)).ReturnsAsync("as it stands");
        _boards.Setup(b => b.ForAll(It.IsAny<Instant>(), default)).ReturnsAsync(() => new MatchingBoard(new(Policy.Default, 0, _clock.Now, [], [], [], [])));
    }

    [Fact]
    public async Task A_board_on_which_nobody_was_left_is_not_read_again_while_it_stands_so_on_that_day()
    {
        await Look();
        _clock.Advance(Duration.FromHours(1));
        await Look();
        Read(Times.Once());
        _clock.Advance(Duration.FromHours(11));
        await Look();
        Read(Times.Exactly(2));
    }

    [Fact]
    public async Task A_changed_board_is_read_again_at_once()
    {
        await Look();
        _boards.Setup(b => b.MarkOfAll(default)).ReturnsAsync("somebody came");
        await Look();
        Read(Times.Exactly(2));
    }

    [Fact]
    public async Task Whoever_comes_or_changes_or_is_freed_changes_the_mark_of_their_board_and_of_no_other()
    {
        var (community, elsewhere) = (await SampleCommunity.In(_host), await SampleCommunity.In(_host));
        var (mentor, newcomer) = (await community.Mentor(), await community.Newcomer());
        var request = await community.Request(newcomer);
        await elsewhere.Mentor();
        var (marks, other) = (new List<string> { await Mark(community) }, await Mark(elsewhere));
        foreach (var change in Changes(community, mentor, newcomer, request))
        {
            await _host.Inside(community.Id, async services =>
            {
                var db = services.GetRequiredService<MentorshipDb>();
                await change(db);
                return await db.SaveChangesAsync();
            });
            marks.Add(await Mark(community));
        }
        Assert.Equal(marks.Count, marks.Distinct().Count());
        Assert.Equal(marks[^1], await Mark(community));
        Assert.Equal(other, await Mark(elsewhere));
    }

    public void Dispose() => _host.Dispose();

    private static IEnumerable<Func<MentorshipDb, Task>> Changes(SampleCommunity community, Person mentor, Person newcomer, RequestId request)
    {
        yield return async db => (await db.Members.FindAsync(community.Id, mentor.Id))!.PauseMentoring(Now);
        yield return async db => (await db.Members.FindAsync(community.Id, mentor.Id))!.ResumeMentoring(Now);
        yield return async db => (await db.Members.FindAsync(community.Id, mentor.Id))!.TakePlace();
        yield return async db => (await db.Members.FindAsync(community.Id, mentor.Id))!.FreePlace();
        yield return async db => (await db.Requests.FindAsync(community.Id, request))!.Wish(Wishes.None with { AgeFrom = 30 });
        yield return db => Task.FromResult(db.Add(new Member(community.Id, "New N.", Roles.Mentor, new Profile(), Now)));
        yield return async db => (await db.Communities.FindAsync(community.Id))!.Change(Policy.Default with { MinimumWeeklyOverlapMinutes = 30 });
        yield return db => Task.FromResult(db.Add(new Block(community.Id, newcomer.Id, mentor.Id, BlockReason.Block, Now)));
    }

    private Task<string> Mark(SampleCommunity community) =>
        _host.Inside(community.Id, services => services.GetRequiredService<IMatchingBoards>().MarkOfAll(default));

    private Task<int> Look() => new ProposeNextHandler(Mock.Of<IStore<MentorRequest, RequestId>>(), Mock.Of<IStore<Pairing, PairingId>>(), _boards.Object, _looks, _clock)
        .Handle(new ProposeNext(Actor.System(Community), 500), default);

    private void Read(Times times) => _boards.Verify(b => b.ForAll(It.IsAny<Instant>(), default), times);
}
