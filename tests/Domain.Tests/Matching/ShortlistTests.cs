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
        Assert.Equal((20, 25, 0), (shortlist.Candidates.Count, shortlist.Proposable, shortlist.Excluded.Count()));
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
    public void A_short_list_says_what_would_lengthen_it_most_first()
    {
        var (young, man) = (Scene.Usual with { BirthYear = 2004 }, Scene.Usual with { Gender = "man" });
        var brief = Scene.Usual with { Availability = Domain.Time.WeeklyAvailability.Parse("Mon 20:30-21:00") };
        var wishes = new Wishes { MentorGenders = ["woman"], AgeFrom = 40, Musts = Musts.Age | Musts.Gender };
        var silent = Mentor(Scene.Usual);
        silent.ConfirmAvailable(Scene.Now - Duration.FromDays(40));
        Member[] mentors = [Mentor(Scene.Usual), Mentor(young), Mentor(young), Mentor(young), Mentor(man), Mentor(brief), Mentor(TooRecent), silent, Mentor(young with { Gender = "man" })];
        var shortlist = Of(mentors, take: 20, wishes);
        Assert.Equal(
            [
                ("wish-age", 3, "Without the must for age, 3 more could be proposed."),
                ("mentor-not-confirmed", 1, "If they confirmed that they are available, 1 more could be proposed."),
                ("norm-time-in-recovery", 1, "The literature of Alcoholics Anonymous suggests that the sponsor has at least 1 year sober. With a written reason for an exception, 1 more could be proposed."),
                ("too-little-time", 1, "If the community asked for less than 60 shared minutes in every week, 1 more could be proposed."),
                ("wish-gender", 1, "Without the must for gender, 1 more could be proposed."),
            ],
            shortlist.Widening.Select(w => (w.Code, w.Adds, w.Sentence)));
        Assert.Empty(Of(mentors, take: 1, wishes).Widening);
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

    private static Ask NewAsk(Wishes? wishes = null) => Scene.NewAsk(Scene.NewMember(Scene.Usual), "aa", RelationshipKind.Sponsor, wishes ?? Wishes.None);

    private static Shortlist Of(Member[] mentors, int take, Wishes? wishes = null)
    {
        var ask = NewAsk(wishes);
        return new MatchingBoard(new(Policy.Default, 1, Scene.Now, [ask], mentors, [], [])).Shortlist(ask.Request.Id, take);
    }
}
