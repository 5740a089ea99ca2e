using System.Text.Encodings.Web;
using System.Text.Json;
using Mentorship.Api.Http;
using Mentorship.Domain;
using Mentorship.Domain.Matching;
using Mentorship.Domain.Matching.Reports;
using Mentorship.Domain.Matching.Solving;

namespace Mentorship.Api.Commands;

/// <summary>The report of <c>allot</c>: people by their addresses, as they stand in the spreadsheets.</summary>
internal sealed record AllotReport(
    AllotReport.Sums Totals, IReadOnlyList<ProofCondition> Proof, IReadOnlyList<AllotReport.Match> Matched,
    IReadOnlyList<AllotReport.Gap> Unmatched,
    IReadOnlyList<int> FitBands, WaitingTimes Waits, long BlockingPairs, IReadOnlyList<AllotReport.Load> Loads)
{
    private static readonly JsonSerializerOptions Options = Written();

    public static AllotReport Of(AllotmentReport report, IReadOnlyDictionary<MemberId, string> emails) => new(
        new(Word<Objective>.Of(report.Totals.Objective), report.Totals.Matched, report.Totals.Unmatched,
            report.Totals.Fit, report.Totals.Spread, report.Totals.SpreadCost),
        report.Proof,
        [.. report.Matched.Select(row => new Match(emails[row.Newcomer], emails[row.Mentor], row.Fit, row.DaysWaited))],
        [.. report.Unmatched.Select(row => new Gap(
            emails[row.Newcomer], row.Code, row.Rule, row.Sentence, row.DaysWaited, ChangeOf(row.Change, emails)))],
        report.FitBands, report.Waits, report.BlockingPairs,
        [.. report.Loads.Select(load => new Load(emails[load.Mentor], load.Held, load.Given, load.Places))]);

    public string ToJson() => JsonSerializer.Serialize(this, Options) + "\n";

    private static Change? ChangeOf(SingleChange? change, IReadOnlyDictionary<MemberId, string> emails) => change is null ? null
        : new(change.Kind, change.Code, emails[change.Mentor], change.Value, change.NeedsPin, change.Sentence);

    private static JsonSerializerOptions Written()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            WriteIndented = true,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };
        Json.Configure(options);
        return options;
    }

    internal sealed record Sums(string Objective, int People, int Unmatched, long Fit, int Spread, long SpreadCost);

    internal sealed record Match(string Newcomer, string Mentor, int Fit, int DaysWaited);

    internal sealed record Gap(string Newcomer, string Code, string? Rule, string Sentence, int DaysWaited, Change? Change);

    internal sealed record Change(ChangeKind Kind, string Code, string Mentor, int? Value, bool NeedsPin, string Sentence);

    internal sealed record Load(string Mentor, int Held, int Given, int Places);
}
