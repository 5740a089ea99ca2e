using Mentorship.Domain.Matching;
using Mentorship.Domain.Pairings;
using Mentorship.Domain.Tests.Matching.Packed;

namespace Mentorship.Domain.Tests.Matching;

/// <summary>The readable rules are the statement of why somebody stays unmatched; the packed explanation says the same.</summary>
public class ExplainingTests
{
    private const int Boards = 100;

    private static readonly string[] Reasons =
        ["places-taken", "all-forbidden", "all-dismissed", "all-full", "override-needed", "no-eligible-mentor", "no-mentors"];

    private static readonly ChangeKind?[] Kinds =
    [
        null,
        ChangeKind.DismissalTakenBack, ChangeKind.NormOverridden, ChangeKind.PlaceAdded, ChangeKind.WishRelaxed, ChangeKind.PolicyEased,
    ];

    [Theory]
    [InlineData(Objective.MostPeople), InlineData(Objective.BestFit), InlineData(Objective.LongestWait), InlineData(Objective.Stable)]
    public void Who_stays_unmatched_is_told_what_the_readable_rules_say(Objective objective)
    {
        var (reasons, changes) = (new HashSet<string>(), new HashSet<ChangeKind?>());
        for (var seed = 1; seed <= Boards; seed++)
        {
            AssertSame(WildCrowd.Rows(seed, requests: 6, mentors: 10), seed, objective, reasons, changes);
            AssertSame(Crowd.Rows(seed, requests: 9, mentors: 7), seed, objective, reasons, changes);
        }
        AssertSame(Crowd.Rows(1, requests: 2, mentors: 0), 1, objective, reasons, changes);
        Assert.Empty(Reasons.Except(reasons));
        Assert.Empty(Kinds.Except(changes));
    }

    [Fact]
    public void Work_in_batches_stands_in_order_tells_how_far_it_is_and_ends_when_cancelled()
    {
        var told = new List<int>();
        Assert.Equal(
            Enumerable.Range(0, 1000).Select(row => row * row),
            ParallelRows.Of(1000, row => row * row, told.Add, CancellationToken.None));
        Assert.Equal([256, 512, 768, 1000], told);
        using var stop = new CancellationTokenSource();
        Assert.Throws<OperationCanceledException>(() => ParallelRows.Of(1000, row => row, _ => stop.Cancel(), stop.Token));
    }

    private static void AssertSame(BoardRows rows, int seed, Objective objective, HashSet<string> reasons, HashSet<ChangeKind?> changes)
    {
        var (board, random) = (new MatchingBoard(rows with { Pairings = [.. rows.Pairings, .. Dismissed(rows, seed)] }), new Random(seed));
        var order = new AllotmentOrder(objective, Spread: seed % 3 * 400, Forbidden: [.. SomePairs(board, random)]);
        var allotment = board.Allot(order);
        var readable = new ReadableExplanation(board, order, allotment);
        foreach (var told in allotment.Unmatched)
        {
            Assert.Equal(readable.WhyOf(told.Request), (told.Code, told.Rule, told.Sentence));
            Assert.Equal(readable.ChangeOf(told.Request), told.Change is { } it ? (it.Kind, it.Mentor, it.Code) : null);
            reasons.Add(told.Code);
            changes.Add(told.Change?.Kind);
        }
    }

    /// <summary>On every third board all mentors were dismissed for two requests before.</summary>
    private static IEnumerable<KnownPairing> Dismissed(BoardRows rows, int seed) =>
        from ask in rows.Asks.Take(seed % 3 == 0 ? 2 : 0)
        from mentor in rows.Mentors
        select new KnownPairing(
            ask.Request.Id, mentor.Id, ask.Newcomer.Id, ask.Request.Pathway, ask.Request.Kind, PairingState.Dismissed);

    private static IEnumerable<Placement> SomePairs(MatchingBoard board, Random random) =>
        from ask in board.Asks
        let odds = random.Next(6)
        from mentor in board.Mentors
        where odds == 0 || random.Next(12) == 0
        select new Placement(ask.Request.Id, mentor.Id);
}
