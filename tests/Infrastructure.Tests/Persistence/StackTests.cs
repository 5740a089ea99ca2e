using System.Diagnostics;
using Mentorship.Infrastructure.Persistence;

namespace Mentorship.Infrastructure.Tests.Persistence;

public class StackTests
{
    [Theory]
    [InlineData("Embedded", "true")]
    [InlineData("SqlServer", "false")]
    public async Task Only_the_stack_for_sql_server_is_built_with_cultures(string stack, string invariant)
    {
        var project = Path.Combine(Root(), "src", "Api", "Api.csproj");
        var start = new ProcessStartInfo("dotnet", ["msbuild", project, "-getProperty:InvariantGlobalization", $"-p:Stack={stack}"])
        {
            RedirectStandardOutput = true,
        };
        using var evaluation = Process.Start(start)!;
        Assert.Equal(invariant, (await evaluation.StandardOutput.ReadToEndAsync()).Trim());
    }

    [Fact]
    public void A_build_without_cultures_refuses_to_serve_from_sql_server_in_one_sentence_that_names_the_right_build()
    {
        var isInvariant = AppContext.TryGetSwitch("System.Globalization.Invariant", out var on) && on;
        var refusal = Record.Exception(Preparation.RequireCultures);
        Assert.Equal(isInvariant, refusal is MissingSetting { Message: var sentence } && sentence.Contains("-p:Stack=SqlServer", StringComparison.Ordinal));
    }

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Mentorship.sln"))) return folder.FullName;
        throw new DirectoryNotFoundException("No folder above the tests holds Mentorship.sln.");
    }
}
