using System.Globalization;
using Mentorship.Api.Http;
using Mentorship.Domain.Matching;
using NodaTime;
using NodaTime.Text;

namespace Mentorship.Api.Commands;

/// <summary>What <c>allot</c> was called with.</summary>
/// <param name="Mentors">The mentors' spreadsheet.</param>
/// <param name="Newcomers">The newcomers' spreadsheet.</param>
/// <param name="Objective">What counts first.</param>
/// <param name="Spread">As an allotment's order has it.</param>
/// <param name="AsOf">The day that is taken as today, from its start in UTC; null for the day that it is.</param>
/// <param name="Pairs">Where every eligible pair is written; null when nowhere.</param>
/// <param name="Out">Where the report is written; null for standard output.</param>
internal sealed record AllotOptions(
    string Mentors, string Newcomers, Objective Objective, int? Spread, LocalDate? AsOf, string? Pairs, string? Out)
{
    public const string Usage =
        "allot --mentors m.csv --newcomers n.csv [--objective most-people|best-fit|longest-wait|stable] [--spread 0-1000] "
        + "[--as-of 2026-11-01] [--pairs pairs.csv] [--out report.json]";

    /// <summary>Between them every zone is known for the year after.</summary>
    private const int EarliestYear = 1970, LatestYear = 2199;

    private static readonly string[] Files = ["--mentors", "--newcomers", "--pairs", "--out"];
    private static readonly string[] Names = [.. Files, "--objective", "--spread", "--as-of"];

    /// <summary>
    /// Null and a sentence when the words are off: an unknown or repeated option, a value that is missing or not one of its kind, a file
    /// that is named twice, since what is written would take the place of what was read.
    /// </summary>
    public static AllotOptions? Parse(string[] args, out string problem)
    {
        var given = new Dictionary<string, string>();
        problem = "--mentors and --newcomers name the two spreadsheets.";
        for (var i = 0; i < args.Length; i += 2)
            if (ProblemOf(args.AsSpan(i), given) is { } found)
            {
                problem = found;
                return null;
            }
        if (!given.TryGetValue("--mentors", out var mentors) || !given.TryGetValue("--newcomers", out var newcomers)) return null;
        problem = "Each option needs a file of its own: nothing is written over what is read.";
        if (given.Where(option => Files.Contains(option.Key)).GroupBy(option => Real(option.Value)).Any(file => file.Skip(1).Any()))
            return null;
        problem = "--objective is one of most-people, best-fit, longest-wait and stable.";
        if (!Word<Objective>.TryParse(given.GetValueOrDefault("--objective", "most-people"), out var objective)) return null;
        problem = $"--spread is a whole number from 0 to {AllotmentOrder.MostSpread}.";
        if (!Read(given, "--spread", SpreadOf, out var spread)) return null;
        problem = $"--as-of is a day, such as 2026-11-01, from {EarliestYear} to {LatestYear}.";
        if (!Read(given, "--as-of", DateOf, out var asOf)) return null;
        return new(mentors, newcomers, objective.Value, spread, asOf, given.GetValueOrDefault("--pairs"), given.GetValueOrDefault("--out"));
    }

    /// <summary>What is wrong with the first two words; null, and the option is taken, when nothing is.</summary>
    private static string? ProblemOf(ReadOnlySpan<string> words, Dictionary<string, string> given) =>
        !Names.Contains(words[0]) ? $"There is no option {words[0]}."
        : words.Length == 1 || words[1] is "" ? $"A value is missing after {words[0]}."
        : !given.TryAdd(words[0], words[1]) ? $"{words[0]} is there twice."
        : null;

    /// <summary>A link is the file that it leads to.</summary>
    private static string Real(string file) =>
        File.Exists(file) && File.ResolveLinkTarget(file, returnFinalTarget: true) is { } target ? target.FullName : Path.GetFullPath(file);

    /// <summary>False when the option is there and its value is not one of its kind.</summary>
    private static bool Read<T>(Dictionary<string, string> given, string name, Func<string, T?> read, out T? value) where T : struct
    {
        value = null;
        return !given.TryGetValue(name, out var text) || (value = read(text)) is not null;
    }

    private static int? SpreadOf(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var spread)
            && spread <= AllotmentOrder.MostSpread ? spread : null;

    private static LocalDate? DateOf(string text) =>
        LocalDatePattern.Iso.Parse(text) is { Success: true, Value: { Year: >= EarliestYear and <= LatestYear } date } ? date : null;
}
