using Mentorship.Domain.Matching.Reports;

namespace Mentorship.Api.Commands;

/// <summary>An allotment on one screen: what it sums to, what proves it, who is left out and what would change that for most.</summary>
internal static class AllotTable
{
    public static async Task Write(AllotmentReport report, TextWriter output)
    {
        var totals = report.Totals;
        await output.WriteLineAsync(
            $"{totals.Matched} matched, {totals.Unmatched} not; total fit {totals.Fit}, "
            + $"cost of spreading {totals.SpreadCost} (at {totals.Spread}), blocking pairs {report.BlockingPairs}.");
        foreach (var condition in report.Proof)
            await output.WriteLineAsync($"  {(condition.Holds ? "holds" : "FAILS")}  {condition.Code}: {condition.Sentence}");
        foreach (var reason in Counted(report.Unmatched, row => row.Sentence))
            await output.WriteLineAsync($"  {reason.Value,5}  {reason.Key}");
        if (report.Unmatched.Count == 0) return;
        await output.WriteLineAsync("What alone would match them:");
        foreach (var change in Counted(report.Unmatched, row => row.Change?.Sentence ?? "No single change would."))
            await output.WriteLineAsync($"  {change.Value,5}  {change.Key}");
    }

    private static IEnumerable<KeyValuePair<string, int>> Counted(IEnumerable<UnmatchedRow> rows, Func<UnmatchedRow, string> by) =>
        rows.CountBy(by).OrderByDescending(it => it.Value).ThenBy(it => it.Key, StringComparer.Ordinal);
}
