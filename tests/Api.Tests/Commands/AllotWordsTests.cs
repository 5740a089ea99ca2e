using Mentorship.Api.Commands;

namespace Mentorship.Api.Tests.Commands;

public sealed class AllotWordsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mentorship-allot-test-").FullName;

    [Theory]
    [InlineData("--mentors and --newcomers name the two spreadsheets.", "--mentors", "m.csv")]
    [InlineData("A value is missing after --newcomers.", "--mentors", "m.csv", "--newcomers")]
    [InlineData("A value is missing after --mentors.", "--mentors", "", "--newcomers", "n.csv")]
    [InlineData("--mentors is there twice.", "--mentors", "m.csv", "--newcomers", "n.csv", "--mentors", "m.csv")]
    [InlineData("There is no option --dry-run.", "--mentors", "m.csv", "--newcomers", "n.csv", "--dry-run", "yes")]
    [InlineData("There is no option m.csv.", "m.csv", "n.csv")]
    public async Task Words_that_are_no_options_are_named(string problem, params string[] args) => await IsTold(problem, args);

    [Theory]
    [InlineData("A value is missing after --out.", "--out", "")]
    [InlineData("Each option needs a file of its own: nothing is written over what is read.", "--out", "./m.csv")]
    [InlineData("Each option needs a file of its own: nothing is written over what is read.", "--pairs", "x.csv", "--out", "x.csv")]
    [InlineData("--objective is one of most-people, best-fit, longest-wait and stable.", "--objective", "fairest")]
    [InlineData("--objective is one of most-people, best-fit, longest-wait and stable.", "--objective", "0")]
    [InlineData("--objective is one of most-people, best-fit, longest-wait and stable.", "--objective", "BestFit")]
    [InlineData("--spread is a whole number from 0 to 1000.", "--spread", "1001")]
    [InlineData("--spread is a whole number from 0 to 1000.", "--spread", "-1")]
    [InlineData("--spread is a whole number from 0 to 1000.", "--spread", "99999999999")]
    [InlineData("--spread is a whole number from 0 to 1000.", "--spread", "NaN")]
    [InlineData("--spread is a whole number from 0 to 1000.", "--spread", "1e2")]
    [InlineData("--as-of is a day, such as 2026-11-01, from 1970 to 2199.", "--as-of", "1.11.2026")]
    [InlineData("--as-of is a day, such as 2026-11-01, from 1970 to 2199.", "--as-of", "2026-02-30")]
    [InlineData("--as-of is a day, such as 2026-11-01, from 1970 to 2199.", "--as-of", "9999-12-31")]
    [InlineData("--as-of is a day, such as 2026-11-01, from 1970 to 2199.", "--as-of", "1969-12-31")]
    public async Task A_value_that_is_off_is_answered_with_what_would_be_right(string problem, params string[] args) =>
        await IsTold(problem, ["--mentors", "m.csv", "--newcomers", "n.csv", .. args]);

    [Fact]
    public async Task Nothing_is_written_through_a_link_over_what_is_read()
    {
        var (mentors, link) = (Path.Combine(_folder, "m.csv"), Path.Combine(_folder, "link.csv"));
        File.WriteAllText(mentors, "kept");
        File.CreateSymbolicLink(link, "m.csv");
        await IsTold(
            "Each option needs a file of its own: nothing is written over what is read.", ["--mentors", mentors, "--newcomers", "n.csv", "--out", link]);
        Assert.Equal("kept", File.ReadAllText(mentors));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static async Task IsTold(string problem, string[] args)
    {
        var said = new StringWriter();
        Assert.Equal(64, await AllotCommand.Run(args, TextWriter.Null, said));
        Assert.Equal([problem, AllotOptions.Usage], said.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }
}
