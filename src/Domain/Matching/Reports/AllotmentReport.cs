using Mentorship.Domain.Matching.Solving;

namespace Mentorship.Domain.Matching.Reports;

/// <summary>What an allotment found, for the people who decide on it: ids, numbers and sentences, ready to be shown or sent.</summary>
/// <param name="Totals">People, fit and cost of spreading, apart.</param>
/// <param name="Proof">Why no other allotment is better, condition by condition.</param>
/// <param name="Matched">Longest wait first.</param>
/// <param name="Unmatched">Longest wait first, each with its reason and the change that would match them.</param>
/// <param name="Standing">Requests left as they are because a proposal waits for review.</param>
/// <param name="FitBands">How many matched pairs have a fit of 0–99, 100–199, …, 900–1000.</param>
/// <param name="Waits">How long people have waited, by group.</param>
/// <param name="BlockingPairs">Pairs who would both rather have each other.</param>
/// <param name="Loads">Mentors with a place or a newcomer, by id.</param>
public sealed record AllotmentReport(
    AllotmentTotals Totals, IReadOnlyList<ProofCondition> Proof, IReadOnlyList<MatchedRequest> Matched,
    IReadOnlyList<UnmatchedRow> Unmatched,
    IReadOnlyList<RequestId> Standing, IReadOnlyList<int> FitBands, WaitingTimes Waits, long BlockingPairs, IReadOnlyList<MentorLoad> Loads)
{
    private const int Bands = 10, BandWidth = 100;

    public static AllotmentReport Of(MatchingBoard board, Allotment allotment) => new(
        new(allotment.Objective, allotment.Spread, allotment.Pairs.Count, allotment.Unmatched.Count,
            allotment.TotalFit, allotment.SpreadCost),
        allotment.Proof,
        [.. allotment.Pairs.Select(pair => new MatchedRequest(
            pair.Request, board.Ask(pair.Request).Newcomer.Id, pair.Mentor, pair.Fit!.PerMille,
            board.DaysWaited(board.Ask(pair.Request))))],
        [.. allotment.Unmatched.Select(it => new UnmatchedRow(
            it.Request, board.Ask(it.Request).Newcomer.Id, board.DaysWaited(board.Ask(it.Request)),
            it.Code, it.Rule, it.Sentence, it.Change))],
        allotment.Standing,
        BandsOf(allotment.Pairs),
        WaitingTimes.Of([.. board.Asks.Where(board.IsToBeServed)], board.DaysWaited, board.Now),
        allotment.BlockingPairs,
        LoadsOf(board, allotment.Pairs));

    private static int[] BandsOf(IReadOnlyList<Candidate> pairs)
    {
        var bands = new int[Bands];
        foreach (var pair in pairs) bands[Math.Min(pair.Fit!.PerMille / BandWidth, Bands - 1)]++;
        return bands;
    }

    private static MentorLoad[] LoadsOf(MatchingBoard board, IReadOnlyList<Candidate> pairs)
    {
        var given = pairs.CountBy(pair => pair.Mentor).ToDictionary();
        return
        [
            .. from mentor in board.Mentors
               where mentor.Mentor is not null
               let load = new MentorLoad(
                   mentor.Id, board.PlacesTaken(mentor), given.GetValueOrDefault(mentor.Id), mentor.Mentor!.Offer.Capacity)
               where load is { Places: > 0 } or { Held: > 0 }
               select load,
        ];
    }
}
