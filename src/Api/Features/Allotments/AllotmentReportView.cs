using System.Globalization;
using System.Text;
using Mentorship.Domain.Matching.Reports;
using Mentorship.Domain.Matching.Solving;

namespace Mentorship.Api.Features.Allotments;

/// <summary>The report of an allotment with display names, ready to be shown.</summary>
/// <param name="Totals">People, fit and cost of spreading, apart; fit and cost in thousandths.</param>
/// <param name="Proof">Why no other allotment is better, condition by condition.</param>
/// <param name="Matched">Longest wait first.</param>
/// <param name="Unmatched">Longest wait first, each with its reason and the change that would match them.</param>
/// <param name="FitBands">How many matched pairs have a fit of 0–99, 100–199, …, 900–1000.</param>
/// <param name="Waits">Days waited, by group of newcomers; fewer than five are not shown.</param>
/// <param name="BlockingPairs">Pairs who would both rather have each other.</param>
/// <param name="Loads">What each mentor carries.</param>
public sealed record AllotmentReportView(
    AllotmentTotals Totals, IReadOnlyList<ProofCondition> Proof, IReadOnlyList<MatchedView> Matched, IReadOnlyList<UnmatchedView> Unmatched,
    IReadOnlyList<int> FitBands, WaitingTimes Waits, long BlockingPairs, IReadOnlyList<LoadView> Loads)
{
    internal static AllotmentReportView Of(AllotmentReport report, Names names) => new(
        report.Totals, report.Proof,
        [.. report.Matched.Select(row => new MatchedView(
            row.Request.Value, row.Newcomer.Value, names.Of(row.Newcomer), row.Mentor.Value, names.Of(row.Mentor),
            row.Fit, row.DaysWaited))],
        [.. report.Unmatched.Select(row => new UnmatchedView(
            row.Request.Value, row.Newcomer.Value, names.Of(row.Newcomer), row.DaysWaited,
            new(row.Code, row.Rule, row.Sentence, ChangeView.Of(row.Change, names))))],
        report.FitBands, report.Waits, report.BlockingPairs,
        [.. report.Loads.Select(load => new LoadView(load.Mentor.Value, names.Of(load.Mentor), load.Held, load.Given, load.Places))]);

    /// <summary>One line for each request, matched ones first.</summary>
    internal string ToCsv()
    {
        var csv = new StringBuilder(SafeCsv.Row(
            "request", "newcomer", "days_waited", "outcome", "mentor", "fit", "code", "reason", "change", "change_with"));
        foreach (var row in Matched)
            csv.Append(SafeCsv.Row(row.RequestId.ToString(), row.NewcomerName, Text(row.DaysWaited),
                "matched", row.MentorName, Text(row.Fit), "", "", "", ""));
        foreach (var row in Unmatched)
            csv.Append(SafeCsv.Row(row.RequestId.ToString(), row.NewcomerName, Text(row.DaysWaited), "unmatched", "", "",
                row.Reason.Code, row.Reason.Sentence, row.Reason.Change?.Sentence, row.Reason.Change?.MentorName));
        return csv.ToString();
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <param name="RequestId">The request.</param>
/// <param name="NewcomerId">Who asks.</param>
/// <param name="NewcomerName">Their display name.</param>
/// <param name="MentorId">The mentor.</param>
/// <param name="MentorName">Their display name.</param>
/// <param name="Fit">0 to 1000.</param>
/// <param name="DaysWaited">Whole days.</param>
public sealed record MatchedView(
    Guid RequestId, Guid NewcomerId, string NewcomerName, Guid MentorId, string MentorName, int Fit, int DaysWaited);

/// <param name="RequestId">The request.</param>
/// <param name="NewcomerId">Who asks.</param>
/// <param name="NewcomerName">Their display name.</param>
/// <param name="DaysWaited">Whole days.</param>
/// <param name="Reason">Why, and what would change it.</param>
public sealed record UnmatchedView(Guid RequestId, Guid NewcomerId, string NewcomerName, int DaysWaited, ReasonView Reason);

/// <param name="MentorId">The mentor.</param>
/// <param name="MentorName">Their display name.</param>
/// <param name="Held">Places held or promised before.</param>
/// <param name="Given">Places that this allotment gives.</param>
/// <param name="Places">Places in all.</param>
public sealed record LoadView(Guid MentorId, string MentorName, int Held, int Given, int Places);
