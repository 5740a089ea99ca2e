using Mentorship.Domain.Matching;
using Mentorship.Domain.Matching.Drafts;
using NodaTime;

namespace Mentorship.Api.Features.Allotments;

/// <summary>An allotment as its coordinator sees it.</summary>
/// <param name="Id">The allotment.</param>
/// <param name="State">waiting, working, ready, published, dismissed, cancelled or failed.</param>
/// <param name="Percent">How far the work is, 0 to 100.</param>
/// <param name="Step">judging, solving or explaining, while it is worked on.</param>
/// <param name="Objective">What counts first.</param>
/// <param name="AskedAt">When it was asked for.</param>
/// <param name="ReadyAt">When it was worked out; null before.</param>
/// <param name="PolicyVersion">The policy that it was worked out under; null before.</param>
/// <param name="Fingerprint">SHA-256 of what it was worked out from; null before.</param>
/// <param name="Spread">Thousandths that each further newcomer of one mentor costs; null before it is ready.</param>
/// <param name="TotalFit">The sum of all fits as worked out; null before.</param>
/// <param name="SpreadCost">What spreading the load costs, apart from the fit; null before.</param>
/// <param name="Lines">One for each request, the matched first, then the longest wait; empty before it is ready.</param>
/// <param name="Standing">Requests that had a proposal already and were left as they are.</param>
/// <param name="FailureCode">What stood in the way; null unless it failed.</param>
/// <param name="Failure">The same in a sentence.</param>
public sealed record AllotmentView(
    Guid Id, DraftState State, int Percent, string? Step, Objective Objective, Instant AskedAt, Instant? ReadyAt, int? PolicyVersion,
    string? Fingerprint, int? Spread, long? TotalFit, long? SpreadCost, IReadOnlyList<LineView> Lines, IReadOnlyList<Guid> Standing,
    string? FailureCode, string? Failure)
{
    internal static AllotmentView Of(AllotmentDraft draft, Names names)
    {
        var reasons = draft.Report?.Unmatched.ToDictionary(row => row.Request);
        return new(
            draft.Id.Value, draft.State, draft.Percent, draft.Step, draft.Order.Objective, draft.AskedAt,
            draft.ReadyAt, draft.Print?.PolicyVersion,
            draft.Print?.Fingerprint, draft.Report?.Totals.Spread, draft.Report?.Totals.Fit, draft.Report?.Totals.SpreadCost,
            [.. draft.Lines.Select(line => LineView.Of(line, reasons?.GetValueOrDefault(line.Request), names))],
            [.. draft.Report?.Standing.Select(request => request.Value) ?? []],
            draft.FailureCode, draft.Failure);
    }
}
