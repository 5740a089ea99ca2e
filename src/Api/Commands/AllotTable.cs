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
            + $"cost of spreading {totals.SpreadCost} (at {totals.Spread}), pairs who would both rather have each other: {report.BlockingPairs}.");
        foreach (var condition in report.Proof)
            await output.WriteLineAsync($"  {(condition.Holds ? "holds" : "FAILS")}  {condition.Code}: {condition.Sentence}");
        if (report.Unmatched.Count == 0) return;
        await output.WriteLineAsync("Why not, each person counted once, by the rule that stands in the way most often:");
        foreach (var (sentence, count) in Counted(report.Unmatched, row => (row.Code, row.Rule), row => row.Sentence))
            await output.WriteLineAsync($"  {count,5}  {sentence}");
        await output.WriteLineAsync("What alone would match them, each person counted once:");
        foreach (var (sentence, count) in Counted(report.Unmatched, row => (row.Change?.Kind, row.Change?.Code), ChangeOf))
            await output.WriteLineAsync($"  {count,5}  {sentence}");
    }

    internal static string ChangeOf(UnmatchedRow row) => row.Change?.Sentence ?? "No single change would.";

    /// <summary>
    /// How many each rule counts, in the words that hold for most of them; where others differ it says so: each pathway and kind has its own.
    /// </summary>
    private static IEnumerable<(string Sentence, int Count)> Counted<T>(
        IEnumerable<UnmatchedRow> rows, Func<UnmatchedRow, T> ruleOf, Func<UnmatchedRow, string> sentenceOf) =>
        from rule in rows.GroupBy(ruleOf)
        let sentences = rule.CountBy(sentenceOf).OrderByDescending(it => it.Value).ThenBy(it => it.Key, StringComparer.Ordinal).ToList()
        let sentence = sentences[0].Key + (sentences.Count > 1 ? " Or the same of another kind." : "")
        orderby rule.Count() descending, sentence
        select (sentence, rule.Count());
}
