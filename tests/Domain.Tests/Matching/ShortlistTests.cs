using Mentorship.Domain.Communities;
using Mentorship.Domain.Matching;
using Mentorship.Domain.Members;
using Mentorship.Domain.Pairings;
using Mentorship.Domain.Pathways;
using NodaTime;

namespace Mentorship.Domain.Tests.Matching;

public class ShortlistTests
{
    private static readonly MentorOffer Offer = new Scene().Offer;
    private static readonly Profile TooRecent = Scene.Usual with { RecoverySince = new LocalDate(2026, 6, 1) };

    [Fact]
    public void The_best_come_first_equals_by_id_and_those_who_need_an_override_last()
    {
        Member[] equals = [.. Enumerable.Range(0, 5).Select(_ => Mentor(Scene.Usual))];
        var (lesser, recent) = (Mentor(Scene.Usual with { Languages = ["pl", "en"] }), Mentor(TooRecent));
        var shortlist = Of([recent, lesser, .. equals.Reverse()], take: 20);
        Assert.Equal([.. equals.Select(m => m.Id).OrderBy(id => id.Value), lesser.Id, recent.Id], shortlist.Candidates.Select(c => c.Mentor));
        Assert.False(shortlist.Candidates[^1].IsEligible);
    }

    [Fact]
    public void No_more_are_listed_than_were_asked_for_and_the_rest_are_counted()
    {
        var shortlist = Of([.. Enumerable.Range(0, 25).Select(_ => Mentor(Scene.Usual))], Shortlist.UsualLength);
        Assert.Equal((20, 25, 0), (shortlist.Candidates.Count, shortlist.Proposable, shortlist.Excluded.Count));
    }

    [Fact]
    public void Each_who_is_excluded_is_counted_once_by_the_first_rule()
    {
        var (polish, full, elsewhere) = (Mentor(Scene.Usual with { Languages = ["pl"] }), Scene.NewMentor(Scene.Usual, Offer with { Capacity = 0 }), Mentor(TooRecent with { Pathways = ["na"] }));
        var fullAndPolish = Scene.NewMentor(Scene.Usual with { Languages = ["pl"] }, Offer with { Capacity = 0 });
        var shortlist = Of([polish, full, elsewhere, fullAndPolish], take: 20);
        Assert.Empty(shortlist.Candidates);
        Assert.Equal([("mentor-full", 2), ("no-shared-language", 1), ("pathway-not-shared", 1)], shortlist.ExcludedByRule.Select(rule => (rule.Code, rule.Count)));
        Assert.Equal("mentor-full", shortlist.Excluded.Single(mentor => mentor.Mentor == fullAndPolish.Id).Code);
        Assert.Equal("This sponsor has no free place at present.", shortlist.ExcludedByRule[0].Sentence);
    }

    [Fact]
    public void Nobody_to_propose_is_an_empty_list() => Assert.Empty(Of([], take: 20).Candidates);

    [Fact]
    public void What_is_not_on_the_board_is_not_found()
    {
        var ask = NewAsk();
        var board = new MatchingBoard(new(Policy.Default, 1, Scene.Now, [ask], [], [], []));
        Assert.Throws<NotFound>(() => board.Shortlist(RequestId.New()));
        Assert.Throws<NotFound>(() => board.Judge(ask.Request.Id, MemberId.New()));
    }

    private static Member Mentor(Profile profile) => Scene.NewMentor(profile, Offer);

    private static Ask NewAsk() => Scene.NewAsk(Scene.NewMember(Scene.Usual), "aa", RelationshipKind.Sponsor, Wishes.None);

    private static Shortlist Of(Member[] mentors, int take)
    {
        var ask = NewAsk();
        return new MatchingBoard(new(Policy.Default, 1, Scene.Now, [ask], mentors, [], [])).Shortlist(ask.Request.Id, take);
    }
}
