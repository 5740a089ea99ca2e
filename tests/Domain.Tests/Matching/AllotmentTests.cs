using Mentorship.Domain.Communities;
using Mentorship.Domain.Matching;
using Mentorship.Domain.Members;
using Mentorship.Domain.Pairings;
using Mentorship.Domain.Pathways;
using NodaTime;

namespace Mentorship.Domain.Tests.Matching;

public class AllotmentTests
{
    private static readonly MentorOffer One = new Scene().Offer with { Capacity = 1 };

    [Fact]
    public void Boards_are_allotted_as_an_enumeration_of_every_allotment_says()
    {
        var matched = 0;
        for (var seed = 1; seed <= 60; seed++)
        {
            var rows = Crowd.Rows(seed, requests: 4, mentors: 4) with { Pairings = [] };
            var board = new MatchingBoard(rows);
            var fits = new int?[4, 4];
            for (var i = 0; i < 4; i++)
                for (var j = 0; j < 4; j++)
                    fits[i, j] = board.Judge(board.Asks[i].Request.Id, board.Mentors[j].Id) is { IsEligible: true } pair ? pair.Fit!.PerMille : null;
            var allotment = board.Allot(new(Spread: 0));
            Assert.Equal(Best(fits, [.. board.Mentors.Select(m => m.Mentor!.FreePlaces)], 0), (allotment.Pairs.Count, (int)allotment.TotalFit));
            matched += allotment.Pairs.Count;
        }
        Assert.InRange(matched, 20, 600);
    }

    [Fact]
    public void A_proposal_that_waits_keeps_its_request_and_its_place()
    {
        var (asks, mentor) = (new[] { NewAsk(1), NewAsk(2) }, Scene.NewMentor(Scene.Usual, One));
        var proposed = new KnownPairing(asks[0].Request.Id, mentor.Id, asks[0].Newcomer.Id, "aa", RelationshipKind.Sponsor, PairingState.Proposed);
        var allotment = Board(asks, [mentor], proposed).Allot();
        Assert.Empty(allotment.Pairs);
        Assert.Equal([asks[0].Request.Id], allotment.Standing);
        Assert.Equal((asks[1].Request.Id, "places-taken"), (allotment.Unmatched.Single().Request, allotment.Unmatched.Single().Code));
    }

    [Fact]
    public void A_pair_that_was_dismissed_is_not_proposed_again_unasked()
    {
        var (ask, mentor) = (NewAsk(1), Scene.NewMentor(Scene.Usual, One));
        var dismissed = new KnownPairing(ask.Request.Id, mentor.Id, ask.Newcomer.Id, "aa", RelationshipKind.Sponsor, PairingState.Dismissed);
        Assert.Equal("all-dismissed", Board([ask], [mentor], dismissed).Allot().Unmatched.Single().Code);
    }

    [Theory]
    [InlineData("all-full", "mentor-full")]
    [InlineData("override-needed", "norm-time-in-recovery")]
    [InlineData("no-eligible-mentor", "no-shared-language")]
    [InlineData("no-mentors", null)]
    public void Who_stays_unmatched_is_told_why(string code, string? rule)
    {
        // One of another pathway is always there and never the reason.
        var elsewhere = Scene.NewMentor(Scene.Usual with { Pathways = ["na"] }, One);
        Member[] mentors = code switch
        {
            "all-full" => [elsewhere, Scene.NewMentor(Scene.Usual, One with { Capacity = 0 })],
            "override-needed" => [elsewhere, Scene.NewMentor(Scene.Usual with { RecoverySince = null }, One)],
            "no-eligible-mentor" => [elsewhere, elsewhere2(), Scene.NewMentor(Scene.Usual with { Languages = ["pl"] }, One)],
            _ => [],
        };
        var unmatched = Board([NewAsk(1)], mentors).Allot().Unmatched.Single();
        Assert.Equal((code, rule), (unmatched.Code, unmatched.Rule));

        static Member elsewhere2() => Scene.NewMentor(Scene.Usual with { Pathways = ["ga"] }, One);
    }

    [Fact]
    public void After_an_offer_fell_through_the_best_who_is_left_is_next_and_no_place_is_promised_twice()
    {
        var (first, second) = (Fallen(NewAsk(9)), Fallen(NewAsk(5)));
        var (best, other) = (Scene.NewMentor(Scene.Usual, One), Scene.NewMentor(Scene.Usual with { Languages = ["pl", "en"] }, One));
        var declined = new KnownPairing(first.Request.Id, best.Id, first.Newcomer.Id, "aa", RelationshipKind.Sponsor, PairingState.Declined);

        Assert.Equal([(first.Request.Id, best.Id), (second.Request.Id, other.Id)], Next(Board([second, first], [other, best])));
        Assert.Equal([(first.Request.Id, other.Id), (second.Request.Id, best.Id)], Next(Board([second, first], [other, best], declined)));
        Assert.Equal([(second.Request.Id, best.Id)], Next(Board([second, first], [best], declined)));
        Assert.Empty(Next(Board([first], [best], declined)));
        Assert.Empty(Next(Board([NewAsk(1)], [best])));
    }

    private static IEnumerable<(RequestId, MemberId)> Next(MatchingBoard board) => board.NextProposals().Select(c => (c.Request, c.Mentor));

    private static Ask NewAsk(int hoursAgo) =>
        Scene.NewAsk(Scene.NewMember(Scene.Usual), "aa", RelationshipKind.Sponsor, Wishes.None, Scene.Now - Duration.FromHours(hoursAgo));

    private static Ask Fallen(Ask ask)
    {
        ask.Request.Offer();
        ask.Request.Reopen();
        return ask;
    }

    private static MatchingBoard Board(Ask[] asks, Member[] mentors, params KnownPairing[] pairings) =>
        new(new(Policy.Default, 1, Scene.Now, asks, mentors, pairings, []));

    /// <summary>The most people and then the best fit, over every allotment there is.</summary>
    private static (int People, int Fit) Best(int?[,] fits, int[] places, int request)
    {
        if (request == fits.GetLength(0)) return (0, 0);
        var best = Best(fits, places, request + 1);
        for (var mentor = 0; mentor < places.Length; mentor++)
        {
            if (fits[request, mentor] is not { } fit || places[mentor] == 0) continue;
            places[mentor]--;
            var rest = Best(fits, places, request + 1);
            places[mentor]++;
            if ((rest.People + 1, rest.Fit + fit).CompareTo(best) > 0) best = (rest.People + 1, rest.Fit + fit);
        }
        return best;
    }
}
