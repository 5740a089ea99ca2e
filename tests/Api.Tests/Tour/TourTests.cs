using Mentorship.Api.Tour;
using NodaTime;

namespace Mentorship.Api.Tests.Tour;

public sealed class TourTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mentorship-tour-test-").FullName;

    [Fact]
    public async Task The_tour_lives_fourteen_days_and_every_invariant_holds()
    {
        Cut("mentors.csv", 40);
        Cut("newcomers.csv", 12);
        var (output, progress) = (new StringWriter(), new StringWriter());
        Assert.Equal(0, await TourCommand.Run(["--community", _folder, "--seed", "7"], output, progress));
        var told = output.ToString();
        Assert.Contains("mentors: 40 rows, 40 added", told);
        Assert.Contains("Every invariant held on every day.", told);
        Assert.Matches(@"One pair: .+ and .+, who had waited \d+ days\. Their fit is \d+ of 1000:\n  [01]\.\d\d  \w", told);
        Assert.Matches(@"\d+ check-ins went out, \d+ were answered\.", told);
        Assert.Matches(@"One person who was left: .+, who had waited \d+ days\.\n  .+\n  .+\.\n", told);
        Assert.Matches(@"check-ins\s+answered\s+[1-9]", told);
        Assert.Contains("day 14 of 14", progress.ToString());
    }

    [Fact]
    public async Task The_same_seed_tells_the_same_tour_and_another_seed_another()
    {
        Cut("mentors.csv", 30);
        Cut("newcomers.csv", 8);
        var first = await Told("7");
        Assert.Equal(first, await Told("7"));
        Assert.NotEqual(first, await Told("8"));
    }

    [Fact]
    public async Task A_spreadsheet_that_cannot_be_brought_ends_the_tour_with_its_line()
    {
        Cut("mentors.csv", 3);
        Cut("newcomers.csv", 3);
        var file = Path.Combine(_folder, "newcomers.csv");
        File.WriteAllText(file, File.ReadAllText(file).Replace("Europe/London", "Europe/Nowhere", StringComparison.Ordinal));
        var output = new StringWriter();
        Assert.Equal(3, await TourCommand.Run(["--community", _folder], output, TextWriter.Null));
        Assert.Contains("line 2, time_zone", output.ToString());
    }

    [Theory]
    [InlineData("--days", "3")]
    [InlineData("--seed", "many")]
    [InlineData("--community")]
    public async Task Words_that_are_off_are_answered_with_the_right_ones(params string[] args)
    {
        var said = new StringWriter();
        Assert.Equal(64, await TourCommand.Run(args, TextWriter.Null, said));
        Assert.Contains("--community FOLDER", said.ToString());
    }

    [Fact]
    public void It_begins_a_week_before_the_clock_change_of_the_zone_that_most_people_are_in_and_after_every_date() =>
        Assert.Equal(Instant.FromUtc(2027, 3, 21, 1, 0), StartOfTour.For("Europe/London,2026-10-20;Europe/London", "America/New_York,2026-10-31T10:00:00Z"));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private async Task<string> Told(string seed)
    {
        var output = new StringWriter();
        Assert.Equal(0, await TourCommand.Run(["--community", _folder, "--seed", seed], output, TextWriter.Null));
        return output.ToString();
    }

    private void Cut(string file, int rows)
    {
        var sample = Path.Combine(Mentorship.Api.Hosting.LocalFolders.Root, "samples", "community", file);
        File.WriteAllLines(Path.Combine(_folder, file), File.ReadLines(sample).Take(rows + 1));
    }
}
