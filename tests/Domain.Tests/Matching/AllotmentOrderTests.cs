using Mentorship.Domain.Communities;
using Mentorship.Domain.Matching;
using Mentorship.Domain.Members;
using Mentorship.Domain.Pairings;
using Mentorship.Domain.Pathways;

namespace Mentorship.Domain.Tests.Matching;

public class AllotmentOrderTests
{
    private static readonly MentorOffer One = new Scene().Offer with { Capacity = 1 };

    [Theory]
    [InlineData(Objective.MostPeople), InlineData(Objective.BestFit), InlineData(Objective.LongestWait), InlineData(Objective.Stable)]
    public void Pinned_pairs_are_kept_forbidden_ones_never_made_and_the_rest_is_proved(Objective objective)
    {
        var pinned = 0;
        for (var seed = 1; seed <= 60; seed++)
        {
            var board = new MatchingBoard(Crowd.Rows(seed, requests: 8, mentors: 8));
            var free = board.Allot(new(objective));
            Assert.All(free.Proof, condition => Assert.True(condition.Holds, condition.Code));
            if (free.Pairs is not [var first, ..]) continue;
            Placement pair = new(first.Request, first.Mentor);
            Assert.DoesNotContain(board.Allot(new(objective, Forbidden: [pair])).Pairs, it => new Placement(it.Request, it.Mentor) == pair);
            var other = board.Shortlist(first.Request).Candidates.FirstOrDefault(it => it.IsEligible && it.Mentor != first.Mentor && board.PlacesLeft(board.Mentor(it.Mentor)) > 0);
            if (other is null) continue;
            var kept = board.Allot(new(objective, Pinned: [new(other.Request, other.Mentor)]));
            Assert.Contains(kept.Pairs, it => (it.Request, it.Mentor) == (other.Request, other.Mentor));
            Assert.All(kept.Proof, condition => Assert.True(condition.Holds, condition.Code));
            Assert.All(kept.Pairs.CountBy(it => it.Mentor), it => Assert.True(it.Value <= board.PlacesLeft(board.Mentor(it.Key))));
            pinned++;
        }
        Assert.InRange(pinned, 5, 60);
    }

    [Fact]
    public void A_pin_that_breaks_a_rule_finds_no_place_or_comes_twice_is_refused_by_its_number()
    {
        var (one, two) = (NewAsk(), NewAsk());
        var (mentor, other, paused) = (Scene.NewMentor(Scene.Usual, One), Scene.NewMentor(Scene.Usual, One), Scene.NewMentor(Scene.Usual, One));
        paused.PauseMentoring(Scene.Now);
        var board = new MatchingBoard(new(Policy.Default, 1, Scene.Now, [one, two], [mentor, other, paused], [], []));
        Assert.Equal(("mentor-paused", "Pin 1: This sponsor is taking a break."), Refused((one, paused)));
        Assert.Equal("pin-no-place", Refused((one, mentor), (two, mentor)).Code);
        Assert.Equal(("pin-repeated", "Pin 2: Another mentor is pinned to this request."), Refused((one, mentor), (one, other)));
        Assert.Equal("request-not-open", Refused((NewAsk(), mentor)).Code);

        (string Code, string Sentence) Refused(params (Ask Ask, Member Mentor)[] pins)
        {
            var refused = Assert.Throws<RuleBroken>(() => board.Allot(new(Pinned: [.. pins.Select(pin => new Placement(pin.Ask.Request.Id, pin.Mentor.Id))])));
            return (refused.Code, refused.Message);
        }
    }

    [Fact]
    public void A_pinned_norm_of_literature_needs_no_reason_before_the_approval()
    {
        var (ask, recent) = (NewAsk(), Scene.NewMentor(Scene.Usual with { RecoverySince = null }, One));
        var board = new MatchingBoard(new(Policy.Default, 1, Scene.Now, [ask], [recent], [], []));
        Assert.Equal("override-needed", board.Allot().Unmatched.Single().Code);
        Assert.Equal(recent.Id, board.Allot(new(Pinned: [new(ask.Request.Id, recent.Id)])).Pairs.Single().Mentor);
    }

    [Fact]
    public void Spreading_costs_more_with_each_further_newcomer_and_stands_apart_from_the_fit()
    {
        Ask[] asks = [NewAsk(), NewAsk(), NewAsk()];
        var mentor = Scene.NewMentor(Scene.Usual, One with { Capacity = 4 });
        mentor.TakePlace();
        var board = new MatchingBoard(new(Policy.Default with { Spread = 10 }, 1, Scene.Now, asks, [mentor], [], []));
        var allotment = board.Allot();
        Assert.Equal((10, 10 + 20 + 30), (allotment.Spread, allotment.SpreadCost));
        Assert.Equal(allotment.Pairs.Sum(pair => (long)pair.Fit!.PerMille), allotment.TotalFit);
        Assert.Equal(10 + 20 + 30, board.Allot(new(Pinned: [new(asks[1].Request.Id, mentor.Id)])).SpreadCost);
        Assert.Equal(0, board.Allot(new(Spread: 0)).SpreadCost);
        Assert.Equal("costs-more", board.Allot(new(Objective.BestFit, Spread: 1000)).Unmatched[0].Code);
    }

    [Fact]
    public void Progress_rises_and_a_cancelled_allotment_ends()
    {
        var (board, steps) = (new MatchingBoard(SampleCommunity.Rows()), new Steps());
        board.Allot(progress: steps);
        Assert.Equal(steps.Seen.Order(), steps.Seen);
        Assert.Equal(100, steps.Seen[^1]);
        Assert.Throws<OperationCanceledException>(() => board.Allot(cancellation: new CancellationToken(canceled: true)));
    }

    private static Ask NewAsk() => Scene.NewAsk(Scene.NewMember(Scene.Usual), "aa", RelationshipKind.Sponsor, Wishes.None);

    private sealed class Steps : IProgress<AllotmentStep>
    {
        public List<int> Seen { get; } = [];

        public void Report(AllotmentStep value) => Seen.Add(value.Percent);
    }
}
