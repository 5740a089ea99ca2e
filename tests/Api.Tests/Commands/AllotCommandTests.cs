using System.Text.Json;
using Mentorship.Api.Commands;
using Mentorship.Api.Hosting;

namespace Mentorship.Api.Tests.Commands;

public sealed class AllotCommandTests : IDisposable
{
    private const int PlacesOfMentor = 14, EmailColumn = 1;

    private static readonly string Sample = Path.Combine(LocalFolders.Root, "samples", "community");

    private readonly string _folder = Directory.CreateTempSubdirectory("mentorship-allot-test-").FullName;

    [Theory]
    [InlineData("most-people"), InlineData("best-fit"), InlineData("longest-wait"), InlineData("stable")]
    public async Task The_sample_community_is_allotted_with_a_proof_and_everyone_is_in_the_report(string objective)
    {
        var (code, report, told) = await Run("--mentors", In("mentors.csv"), "--newcomers", In("newcomers.csv"), "--objective", objective, "--as-of", "2026-11-01");
        Assert.Equal(0, code);
        Assert.Equal(180, report.GetProperty("matched").GetArrayLength() + report.GetProperty("unmatched").GetArrayLength());
        Assert.Equal(objective, report.GetProperty("totals").GetProperty("objective").GetString());
        Assert.NotEmpty(report.GetProperty("proof").EnumerateArray());
        Assert.All(report.GetProperty("proof").EnumerateArray(), condition => Assert.True(condition.GetProperty("holds").GetBoolean()));
        Assert.All(report.GetProperty("unmatched").EnumerateArray(), row => Assert.NotEmpty(row.GetProperty("sentence").GetString()!));
        Assert.Equal(report.GetProperty("totals").GetProperty("fit").GetInt64(), report.GetProperty("matched").EnumerateArray().Sum(row => row.GetProperty("fit").GetInt64()));
        Assert.Contains("180 newcomers, 320 mentors.", told);
        Assert.Contains("100 % explaining", told);
    }

    [Fact]
    public async Task The_table_counts_each_person_once_however_the_pathways_call_the_two()
    {
        var (_, report, told) = await Run("--mentors", In("mentors.csv"), "--newcomers", In("newcomers.csv"), "--as-of", "2026-11-01");
        var unmatched = report.GetProperty("unmatched").EnumerateArray().ToList();
        var lines = told.ReplaceLineEndings("\n").Split('\n');
        var (why, what) = (Array.FindIndex(lines, l => l.StartsWith("Why not", StringComparison.Ordinal)), Array.FindIndex(lines, l => l.StartsWith("What alone", StringComparison.Ordinal)));
        Assert.Equal(unmatched.Count, Counted(lines[(why + 1)..what]).Sum());
        Assert.Equal(unmatched.Count, Counted(lines[(what + 1)..]).Sum());
        Assert.Equal(unmatched.DistinctBy(row => (Word(row, "code"), Word(row, "rule"))).Count(), what - why - 1);
    }

    private static IEnumerable<int> Counted(IEnumerable<string> lines) =>
        lines.Where(l => l.Length > 0).Select(l => int.Parse(l.AsSpan(0, 7).Trim(), System.Globalization.CultureInfo.InvariantCulture));

    private static string? Word(JsonElement row, string name) => row.GetProperty(name).GetString();

    [Fact]
    public async Task The_order_of_rows_changes_nothing()
    {
        foreach (var file in (string[])["mentors.csv", "newcomers.csv"])
        {
            var lines = File.ReadAllLines(In(file));
            File.WriteAllLines(Path.Combine(_folder, file), [lines[0], .. lines.Skip(1).Reverse()]);
        }
        var (_, one, _) = await Run("--mentors", In("mentors.csv"), "--newcomers", In("newcomers.csv"), "--as-of", "2026-11-01");
        var (_, other, _) = await Run("--mentors", Path.Combine(_folder, "mentors.csv"), "--newcomers", Path.Combine(_folder, "newcomers.csv"), "--as-of", "2026-11-01");
        Assert.Equal(one.GetRawText(), other.GetRawText());
    }

    [Theory]
    [InlineData("most-people", 0), InlineData("most-people", 80), InlineData("best-fit", 300)]
    public async Task The_written_pairs_allow_nothing_better_as_trying_every_allotment_shows(string objective, int spread)
    {
        var tried = 0;
        for (var from = 0; from < 150; from += 30)
        {
            var (mentors, newcomers) = (Cut("mentors.csv", 0, 320), Cut("newcomers.csv", from, 7));
            var (pairs, report) = (Path.Combine(_folder, "pairs.csv"), Path.Combine(_folder, "report.json"));
            var code = await AllotCommand.Run(["--mentors", mentors, "--newcomers", newcomers, "--objective", objective, "--spread", $"{spread}",
                "--as-of", "2026-11-01", "--pairs", pairs, "--out", report], TextWriter.Null, TextWriter.Null);
            Assert.Equal(0, code);
            var totals = JsonDocument.Parse(File.ReadAllText(report)).RootElement.GetProperty("totals");
            var found = (totals.GetProperty("people").GetInt32(), totals.GetProperty("fit").GetInt64() - totals.GetProperty("spreadCost").GetInt64());
            var best = new ByTryingAll(File.ReadLines(pairs).Skip(1), PlacesIn(mentors), spread, peopleFirst: objective == "most-people").Best();
            Assert.Equal(best, objective == "most-people" ? found : (0, found.Item2));
            tried += found.Item1;
        }
        Assert.True(tried > 5);
    }

    [Fact]
    public async Task Every_bad_row_is_told_with_line_and_column_and_nothing_is_written()
    {
        var (mentors, newcomers) = (Cut("mentors.csv", 0, 3), Cut("newcomers.csv", 0, 3));
        File.WriteAllText(newcomers, File.ReadAllText(newcomers).Replace("Europe/London", "Europe/Nowhere", StringComparison.Ordinal));
        File.AppendAllText(mentors, File.ReadLines(mentors).Last() + "\n");
        var (code, said) = await Told("--mentors", mentors, "--newcomers", newcomers, "--as-of", "2026-11-01", "--out", Path.Combine(_folder, "none.json"));
        Assert.Equal(65, code);
        Assert.Contains("newcomers.csv, line 2, time_zone: ", said);
        Assert.Contains("mentors.csv, line 5, email: Each address once: line 4 has the same one.", said);
        Assert.False(File.Exists(Path.Combine(_folder, "none.json")));
    }

    [Fact]
    public async Task A_file_that_is_not_there_and_one_that_cannot_be_written_are_told()
    {
        var (code, said) = await Told("--mentors", In("mentors.csv"), "--newcomers", Path.Combine(_folder, "none.csv"));
        Assert.Equal((66, $"{Path.Combine(_folder, "none.csv")} cannot be read."), (code, said.Trim()));
        var (mentors, newcomers) = (Cut("mentors.csv", 0, 2), Cut("newcomers.csv", 0, 2));
        var pairs = Path.Combine(_folder, "pairs.csv");
        (code, said) = await Told("--mentors", mentors, "--newcomers", newcomers, "--as-of", "2026-11-01", "--pairs", pairs, "--out", Path.Combine(_folder, "no", "report.json"));
        Assert.Equal((73, $"{Path.Combine(_folder, "no", "report.json")} cannot be written.", false), (code, said.Trim(), File.Exists(pairs)));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static async Task<(int Code, JsonElement Report, string Told)> Run(params string[] args)
    {
        var (output, progress) = (new StringWriter(), new StringWriter());
        var code = await AllotCommand.Run(args, output, progress);
        return (code, JsonDocument.Parse(output.ToString()).RootElement, progress.ToString());
    }

    private static async Task<(int Code, string Said)> Told(params string[] args)
    {
        var progress = new StringWriter();
        return (await AllotCommand.Run(args, TextWriter.Null, progress), progress.ToString());
    }

    private static string In(string file) => Path.Combine(Sample, file);

    private string Cut(string file, int from, int rows)
    {
        var (lines, cut) = (File.ReadAllLines(In(file)), Path.Combine(_folder, file));
        File.WriteAllLines(cut, [lines[0], .. lines.Skip(1 + from).Take(rows)]);
        return cut;
    }

    private static Dictionary<string, int> PlacesIn(string mentors) =>
        File.ReadLines(mentors).Skip(1).Select(line => line.Split(',')).ToDictionary(cells => cells[EmailColumn], cells => int.Parse(cells[PlacesOfMentor]));
}
