using System.Text;
using System.Text.Json;
using Mentorship.Api.Commands;
using Mentorship.Api.Hosting;

namespace Mentorship.Api.Tests.Commands;

/// <summary>Spreadsheets as they come, and places that cannot be written: a sentence, an exit code, and no file that is half there.</summary>
public sealed class AllotFaultsTests : IDisposable
{
    private static readonly string[] Mentors = Rows("mentors.csv"), Newcomers = Rows("newcomers.csv");

    private readonly string _folder = Directory.CreateTempSubdirectory("mentorship-allot-test-").FullName;

    public static TheoryData<string, byte[], string> Faulty => new()
    {
        { "nothing", [], "line 1: The file is empty." },
        { "a mark alone", Encoding.UTF8.GetPreamble(), "line 1: The file is empty." },
        { "zeros", new byte[1000], "line 1: This is not a CSV file." },
        { "a zero in a name", Bytes(Mentors[0], Mentors[1].Replace("Finn", "Fi\0n", StringComparison.Ordinal)), "line 1: This is not a CSV file." },
        { "the newcomers' columns", Bytes(Newcomers), "line 1, mentee_capacity: Missing: mentee_capacity," },
        { "a quotation mark alone, near the end", Bytes(Mentors[0], "\"" + Mentors[1]), "line 2: Quotation marks go around the whole cell" },
        { "a quotation mark alone", Bytes([Mentors[0], "\"" + Mentors[1], .. Mentors[2..100]]), "line 2: A cell that begins on this line never ends" },
        { "a line of four million", Bytes(Mentors[0], new string('x', 4_000_000)), "line 2: A cell that begins on this line never ends" },
        { "two million cells", Bytes(Mentors[0], string.Join(',', Enumerable.Repeat('x', 2_000_000))), "line 2: There is something to the right" },
        { "a zone of nowhere", Bytes(Mentors[0], Mentors[1].Replace("America/New_York", "Mars/Olympus", StringComparison.Ordinal)), "line 2, time_zone: " },
        { "a formula", Bytes(Mentors[0], Mentors[1].Replace("mentor00001@", "=1+1@", StringComparison.Ordinal)), "line 2, email: Begin with a letter or digit" },
        { "an address in two cases", Bytes(Mentors[0], Mentors[1], Mentors[1].Replace("mentor00001@", "MENTOR00001@", StringComparison.Ordinal)), "line 3, email: Each address once: line 2" },
        { "half a character of UTF-16", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(string.Join("\r\n", Mentors[..2]) + "\r\n")[..^1]], "line 3: The file ends in the middle" },
    };

    [Theory]
    [MemberData(nameof(Faulty), DisableDiscoveryEnumeration = true)] // xunit would write each of four million bytes down as text
    public async Task A_file_that_cannot_be_taken_is_told_with_its_line_and_nothing_is_written(string what, byte[] content, string told)
    {
        var (code, said, left) = await Run(content, Bytes(Newcomers[..4]), "--out", Path.Combine(_folder, "out.json"));
        Assert.Equal((what, 65), (what, code));
        Assert.StartsWith("mentors.csv, " + told, said);
        Assert.Equal(["mentors.csv", "newcomers.csv"], left);
    }

    [Theory]
    [InlineData("\uFEFF", ',', "\n")]
    [InlineData("\uFEFF", ';', "\r\n")]
    [InlineData("sep=;\r\n", ';', "\r\n")]
    [InlineData("", '\t', "\r")]
    public async Task However_a_spreadsheet_program_writes_it_the_result_is_the_same(string before, char separator, string end)
    {
        var plain = await Result(Bytes(Mentors), Bytes(Newcomers[..40]));
        Assert.Equal(plain, await Result(Written(Mentors), Written(Newcomers[..40])));

        byte[] Written(string[] rows) => Encoding.UTF8.GetBytes(
            before + string.Concat(rows.Select(row => string.Join(separator, row.Split(',').Select(cell => $"\"{cell}\"")) + end)));
    }

    [Theory]
    [InlineData(1, 6, 0, 5), InlineData(6, 1, 0, 0), InlineData(1, 1, 0, 0), InlineData(2, 1, 0, 0)]
    public async Task Nobody_on_one_side_or_on_both_is_a_result_too(int mentors, int newcomers, int matched, int unmatched)
    {
        var report = JsonDocument.Parse(await Result(Bytes(Mentors[..mentors]), Bytes(Newcomers[..newcomers]))).RootElement;
        Assert.Equal((matched, unmatched), (report.GetProperty("matched").GetArrayLength(), report.GetProperty("unmatched").GetArrayLength()));
        Assert.All(report.GetProperty("proof").EnumerateArray(), condition => Assert.True(condition.GetProperty("holds").GetBoolean()));
    }

    [Fact]
    public async Task Who_mentors_and_asks_is_one_person_and_never_their_own_mentor()
    {
        var (mentor, pairs) = (Mentors[1].Split(',')[1], Path.Combine(_folder, "pairs.csv"));
        string[] both = [Newcomers[0], .. Newcomers[1..].Select((row, at) => at == 0 ? row.Replace("newcomer00001@example.org", mentor, StringComparison.Ordinal) : row)];
        var (code, _, _) = await Run(Bytes(Mentors), Bytes(both), "--pairs", pairs, "--out", Path.Combine(_folder, "out.json"));
        Assert.Equal(0, code);
        Assert.All(File.ReadLines(pairs).Skip(1).Select(line => line.Split(',')), pair => Assert.NotEqual(pair[0], pair[1]));
    }

    [Fact]
    public async Task Every_pair_of_the_report_stands_in_the_pairs_under_the_same_addresses_with_the_same_fit()
    {
        var (pairs, report) = (Path.Combine(_folder, "pairs.csv"), Path.Combine(_folder, "out.json"));
        var tagged = Newcomers.Select(row => row.Replace("@example.org", "+o'neill_=-@Example.org", StringComparison.Ordinal)).ToArray();
        Assert.Equal(0, (await Run(Bytes(Mentors), Bytes(tagged), "--pairs", pairs, "--out", report)).Code);
        var written = File.ReadLines(pairs).Skip(1).ToHashSet();
        var matched = JsonDocument.Parse(File.ReadAllText(report)).RootElement.GetProperty("matched").EnumerateArray().ToList();
        Assert.NotEmpty(matched);
        Assert.All(matched, row => Assert.Contains($"{row.GetProperty("newcomer")},{row.GetProperty("mentor")},{row.GetProperty("fit")}", written));
    }

    [Theory]
    [InlineData("no/report.json"), InlineData("."), InlineData("a\nb/c"), InlineData("LONG")]
    public async Task A_place_that_cannot_be_written_is_told_before_the_work_and_nothing_is_left(string place)
    {
        var file = Path.Combine(_folder, place == "LONG" ? new string('x', 300) : place);
        var (code, said, left) = await Run(Bytes(Mentors), Bytes(Newcomers[..4]), "--pairs", Path.Combine(_folder, "pairs.csv"), "--out", file);
        Assert.Equal((73, $"{Path.GetFullPath(file)} cannot be written."), (code, said.Trim()));
        Assert.Equal(["mentors.csv", "newcomers.csv"], left);
    }

    [Fact]
    public async Task When_writing_fails_in_the_end_neither_file_is_left_and_what_was_there_is_not_half_written()
    {
        if (!File.Exists("/dev/full")) return; // a device of Linux that is always full
        var (pairs, before) = (Path.Combine(_folder, "pairs.csv"), Path.Combine(_folder, "before.csv"));
        File.WriteAllText(before, "of yesterday");
        foreach (var file in (string[])[pairs, before])
        {
            var (code, said, left) = await Run(Bytes(Mentors), Bytes(Newcomers), "--pairs", file, "--out", "/dev/full");
            Assert.Equal(73, code);
            Assert.EndsWith("The result cannot be written there; nothing is left of it.", said.Trim());
            Assert.Equal(["before.csv", "mentors.csv", "newcomers.csv"], left);
        }
        Assert.Equal("", File.ReadAllText(before));
    }

    [Fact]
    public async Task A_folder_in_place_of_a_file_cannot_be_read()
    {
        var said = new StringWriter();
        Assert.Equal(66, await AllotCommand.Run(["--mentors", _folder, "--newcomers", "n.csv"], TextWriter.Null, said));
        Assert.Equal($"{_folder} cannot be read.", said.ToString().Trim());
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private async Task<string> Result(byte[] mentors, byte[] newcomers)
    {
        var file = Path.Combine(_folder, "out.json");
        Assert.Equal(0, (await Run(mentors, newcomers, "--out", file)).Code);
        return File.ReadAllText(file);
    }

    private async Task<(int Code, string Said, IEnumerable<string?> Left)> Run(byte[] mentors, byte[] newcomers, params string[] more)
    {
        var (one, other, said) = (Path.Combine(_folder, "mentors.csv"), Path.Combine(_folder, "newcomers.csv"), new StringWriter());
        File.WriteAllBytes(one, mentors);
        File.WriteAllBytes(other, newcomers);
        var code = await AllotCommand.Run(["--mentors", one, "--newcomers", other, "--as-of", "2026-11-01", .. more], TextWriter.Null, said);
        return (code, said.ToString(), Directory.GetFileSystemEntries(_folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    private static string[] Rows(string file) => File.ReadAllLines(Path.Combine(LocalFolders.Root, "samples", "community", file));

    private static byte[] Bytes(params string[] rows) => Encoding.UTF8.GetBytes(string.Join('\n', rows) + "\n");
}
