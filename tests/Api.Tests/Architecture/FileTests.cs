namespace Mentorship.Api.Tests.Architecture;

/// <summary>What only the text of a file shows.</summary>
public class FileTests
{
    private const int MostLines = 200;

    [Fact]
    public void No_file_of_ours_is_long() => Assert.DoesNotContain(Source.Files(), file => IsLong(File.ReadAllText(file)));

    [Fact]
    public void A_long_file_is_caught_at_its_first_line_too_many()
    {
        Assert.False(IsLong(string.Concat(Enumerable.Repeat("line\n", MostLines))));
        Assert.True(IsLong(string.Concat(Enumerable.Repeat("line\n", MostLines + 1))));
    }

    [Fact]
    public void The_files_are_found() => Assert.True(Source.Files().Count() > 100);

    [Fact]
    public void Features_outside_their_endpoints_name_nothing_of_the_web() =>
        Assert.DoesNotContain(Source.Files("Api/Features"), file => !IsEndpoints(file) && NamesTheWeb(File.ReadAllText(file)));

    [Fact]
    public void A_constant_of_the_web_is_caught_although_nothing_of_it_is_compiled()
    {
        Assert.True(NamesTheWeb("var status = StatusCodes.Status409Conflict;"));
        Assert.True(NamesTheWeb("using Microsoft.AspNetCore.Mvc;"));
        Assert.False(NamesTheWeb("var status = PairingState.Approved;"));
    }

    [Fact]
    public void The_model_asks_nowhere_which_engine_it_is_on() =>
        Assert.DoesNotContain(Source.Files("Infrastructure/Persistence"), file => IsOfTheModel(file) && AsksForTheEngine(File.ReadAllText(file)));

    [Fact]
    public void A_model_that_asks_for_its_engine_is_caught() => Assert.True(AsksForTheEngine("if (Database.IsSqlServer()) key.IsClustered(false);"));

    private static bool IsLong(string text) => text.Count(c => c == '\n') > MostLines;

    private static bool IsEndpoints(string file) => file.EndsWith("Endpoints.cs", StringComparison.Ordinal);

    private static bool NamesTheWeb(string text) => text.Contains("Microsoft.AspNetCore", StringComparison.Ordinal) || text.Contains("StatusCodes.", StringComparison.Ordinal);

    private static bool IsOfTheModel(string file) => file.Contains("Configurations", StringComparison.Ordinal)
        || Path.GetFileName(file) is "MentorshipDb.cs" or "DomainTypes.cs" or "SaveRules.cs" or "Engines.cs";

    private static bool AsksForTheEngine(string text) =>
        ((string[])["IsSqlite(", "IsNpgsql(", "IsSqlServer(", "ProviderName", "IsClustered("]).Any(word => text.Contains(word, StringComparison.Ordinal));
}
