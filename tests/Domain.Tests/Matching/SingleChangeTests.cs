using Mentorship.Domain.Communities;
using Mentorship.Domain.Matching;
using Mentorship.Domain.Members;
using Mentorship.Domain.Pairings;
using Mentorship.Domain.Pathways;

namespace Mentorship.Domain.Tests.Matching;

/// <summary>Each change that is told is made, and the community is allotted again.</summary>
public class SingleChangeTests
{
    private const int Seeds = 100;

    [Theory]
    [InlineData(Objective.MostPeople), InlineData(Objective.BestFit), InlineData(Objective.LongestWait), InlineData(Objective.Stable)]
    public void The_change_that_is_told_matches_them_and_under_the_two_that_serve_most_nobody_loses_their_place(Objective objective)
    {
        var kinds = new Dictionary<ChangeKind, int>();
        for (var seed = 1; seed <= Seeds; seed++)
        {
            var (rows, order) = (Crowd.Rows(seed, requests: 9, mentors: 7), new AllotmentOrder(objective, Spread: seed % 3 * 100));
            var before = new MatchingBoard(rows).Allot(order);
            foreach (var unmatched in before.Unmatched.Where(it => it.Change is not null))
            {
                var after = With(rows, unmatched, order);
                Assert.Contains(after.Pairs, pair => pair.Request == unmatched.Request);
                if (objective is Objective.MostPeople or Objective.LongestWait) NobodyElseIsLeftOut(before, after, unmatched.Change!.Kind);
                kinds[unmatched.Change!.Kind] = kinds.GetValueOrDefault(unmatched.Change.Kind) + 1;
            }
        }
        Assert.All([ChangeKind.PlaceAdded, ChangeKind.WishRelaxed, ChangeKind.NormOverridden, ChangeKind.PolicyEased],
            kind => Assert.True(kinds.GetValueOrDefault(kind) > 0, $"{kind} never came up"));
    }

    /// <summary>A place more changes the mentor's other fits, and an eased policy lets in others as well: there the number alone is kept.</summary>
    private static void NobodyElseIsLeftOut(Allotment before, Allotment after, ChangeKind kind)
    {
        Assert.True(after.Pairs.Count > before.Pairs.Count);
        if (kind is not (ChangeKind.PlaceAdded or ChangeKind.PolicyEased))
            Assert.Empty(before.Pairs.Select(pair => pair.Request).Except(after.Pairs.Select(pair => pair.Request)));
    }

    [Fact]
    public void Of_several_the_one_that_asks_least_is_told()
    {
        var ask = Scene.NewAsk(Scene.NewMember(Scene.Usual), "aa", RelationshipKind.Sponsor, new Wishes { MentorGenders = ["woman"], Musts = Musts.Gender });
        var offer = new Scene().Offer;
        Member[] mentors =
        [
            Scene.NewMentor(Scene.Usual with { Gender = "man" }, offer),
            Scene.NewMentor(Scene.Usual, offer with { Capacity = 0 }),
            Scene.NewMentor(Scene.Usual with { RecoverySince = null }, offer),
        ];
        ChangeKind? KindAmong(params Member[] there) =>
            new MatchingBoard(new(Policy.Default, 1, Scene.Now, [ask], there, [], [])).Allot().Unmatched.Single().Change?.Kind;

        Assert.Equal(ChangeKind.NormOverridden, KindAmong(mentors));
        Assert.Equal(ChangeKind.PlaceAdded, KindAmong(mentors[0], mentors[1]));
        Assert.Equal(ChangeKind.WishRelaxed, KindAmong(mentors[0]));
        Assert.Null(KindAmong());
    }

    [Fact]
    public void A_dismissal_can_be_taken_back_by_a_pin()
    {
        var (ask, mentor) = (Scene.NewAsk(Scene.NewMember(Scene.Usual), "aa", RelationshipKind.Sponsor, Wishes.None), Scene.NewMentor(Scene.Usual, new Scene().Offer));
        var dismissed = new KnownPairing(ask.Request.Id, mentor.Id, ask.Newcomer.Id, "aa", RelationshipKind.Sponsor, PairingState.Dismissed);
        var rows = new BoardRows(Policy.Default, 1, Scene.Now, [ask], [mentor], [dismissed], []);
        var unmatched = new MatchingBoard(rows).Allot().Unmatched.Single();
        Assert.Equal(("all-dismissed", ChangeKind.DismissalTakenBack), (unmatched.Code, unmatched.Change!.Kind));
        Assert.Single(With(rows, unmatched, new()).Pairs);
    }

    private static Allotment With(BoardRows rows, UnmatchedRequest unmatched, AllotmentOrder order)
    {
        var change = unmatched.Change!;
        if (change.NeedsPin) order = order with { Pinned = [new(unmatched.Request, change.Mentor)] };
        var (request, mentor) = (rows.Asks.Single(ask => ask.Request.Id == unmatched.Request).Request, rows.Mentors.Single(it => it.Id == change.Mentor));
        var (wishes, offer) = (request.Wishes, mentor.Mentor!.Offer);
        if (change.Kind == ChangeKind.PlaceAdded) mentor.OfferToMentor(offer with { Capacity = offer.Capacity + 1 }, Scene.Now);
        if (change.Kind == ChangeKind.WishRelaxed) request.Wish(wishes with { Musts = wishes.Musts & ~MustOf(change.Code) });
        if (change.Kind == ChangeKind.PolicyEased)
            rows = rows with
            {
                Policy = change.Code == "too-little-time" ? rows.Policy with { MinimumWeeklyOverlapMinutes = change.Value!.Value } : rows.Policy with { ConfirmationDays = change.Value!.Value },
            };
        var after = new MatchingBoard(rows).Allot(order);
        request.Wish(wishes);
        mentor.OfferToMentor(offer, Scene.Now);
        return after;
    }

    private static Musts MustOf(string code) => code switch
    {
        "wish-gender" => Musts.Gender,
        "wish-age" => Musts.Age,
        "wish-lived-experience" => Musts.LivedExperience,
        "wish-orientation" => Musts.Orientation,
        _ => Musts.FirstLanguage,
    };
}
