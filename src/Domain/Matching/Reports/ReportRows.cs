namespace Mentorship.Domain.Matching.Reports;

/// <summary>The sums of an allotment; fit and spread cost in thousandths.</summary>
public sealed record AllotmentTotals(Objective Objective, int Spread, int Matched, int Unmatched, long Fit, long SpreadCost);

/// <summary>A request that is served, by whom, how well they fit in thousandths, and how many whole days it has waited.</summary>
public sealed record MatchedRequest(RequestId Request, MemberId Newcomer, MemberId Mentor, int Fit, int DaysWaited);

/// <summary>A request that is not served, since how many whole days it waits, why, and the single change that would match it.</summary>
public sealed record UnmatchedRow(
    RequestId Request, MemberId Newcomer, int DaysWaited, string Code, string? Rule, string Sentence, SingleChange? Change);

/// <summary>What one mentor carries: places held or promised before, given by this allotment, and had in all.</summary>
public sealed record MentorLoad(MemberId Mentor, int Held, int Given, int Places);
