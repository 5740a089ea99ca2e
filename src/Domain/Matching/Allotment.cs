using Mentorship.Domain.Matching.Solving;

namespace Mentorship.Domain.Matching;

/// <summary>
/// A whole community's open requests and mentors brought together by one objective, with the proof that nothing better exists. The same
/// for the same input, whatever the order of its rows.
/// </summary>
/// <param name="Pairs">One for each matched request, longest wait first, the pinned ones among them.</param>
/// <param name="Unmatched">Each with its reason, longest wait first.</param>
/// <param name="Standing">Requests left as they are because a proposal waits for review; its place is kept for it.</param>
/// <param name="Spread">Thousandths that each further newcomer of one mentor costs.</param>
/// <param name="SpreadCost">What the pairs cost in that way, in thousandths; never part of <see cref="TotalFit"/>.</param>
/// <param name="Proof">The conditions that prove it, for all that was not pinned.</param>
/// <param name="BlockingPairs">Pairs who would both rather have each other.</param>
/// <param name="Problem">The numbers that the solver was given: newcomers by <paramref name="Rows"/>, mentors as on the board.</param>
/// <param name="Rows">The requests that were not pinned, longest wait first.</param>
public sealed record Allotment(
    Objective Objective, int Spread, IReadOnlyList<Candidate> Pairs, IReadOnlyList<UnmatchedRequest> Unmatched,
    IReadOnlyList<RequestId> Standing,
    long SpreadCost, IReadOnlyList<ProofCondition> Proof, long BlockingPairs, AllotmentProblem Problem, IReadOnlyList<RequestId> Rows)
{
    /// <summary>The sum of the pairs' fits, in thousandths.</summary>
    public long TotalFit => Pairs.Sum(pair => (long)pair.Fit!.PerMille);
}
