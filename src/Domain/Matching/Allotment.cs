namespace Mentorship.Domain.Matching;

/// <summary>
/// A whole community's open requests and mentors brought together: the most people matched, and among all ways to match that many the
/// best total fit. The same for the same input, whatever the order of its rows.
/// </summary>
/// <param name="Pairs">One for each matched request, longest wait first.</param>
/// <param name="Unmatched">Each with its reason, longest wait first.</param>
/// <param name="Standing">Requests left as they are because a proposal waits for review; its place is kept for it.</param>
public sealed record Allotment(IReadOnlyList<Candidate> Pairs, IReadOnlyList<UnmatchedRequest> Unmatched, IReadOnlyList<RequestId> Standing)
{
    /// <summary>The sum of the pairs' fits, in thousandths.</summary>
    public int TotalFit => Pairs.Sum(pair => pair.Fit!.PerMille);
}
