using System.Diagnostics;
using System.Reflection;
using Mentorship.Api.Commands;
using Mentorship.Api.Hosting;

namespace Mentorship.Api.Tests.Hosting;

/// <summary>Production's start as an operator sees it: the program itself, its exit code and its error stream.</summary>
public sealed class StartTests : IDisposable
{
    private const int Configuration = 78, Done = 0; // EX_CONFIG of sysexits.h
    private readonly string _folder = Directory.CreateTempSubdirectory("mentorship-test-").FullName;

    [Theory]
    [InlineData("ConnectionStrings:Mentorship", "")]
    [InlineData("ConnectionStrings:Mentorship", "no connection string")]
    [InlineData("Protection:MasterKeyFile", "")]
    [InlineData("Protection:MasterKeyFile", "/nowhere/master-keys")]
    [InlineData("Site:PublicUrl", "")]
    [InlineData("Site:PublicUrl", "https://notes.example/without-a-slash")]
    [InlineData("Site:PublicUrl", "/notes/")]
    [InlineData("Mail:From", "")]
    [InlineData("Mail:Smtp:Host", "")]
    [InlineData("Mail:Smtp:Password", "without a user")]
    [InlineData("RateLimits:Sessions:Permits", "0")]
    [InlineData("RateLimits:Links:Seconds", "a minute")]
    [InlineData("Jobs:Enabled", "on")]
    [InlineData("Docs:Open", "1")]
    [InlineData("Demo:Enabled", "no")]
    public async Task A_needed_setting_that_is_missing_or_malformed_ends_the_start_in_one_sentence_before_there_is_a_database(string setting, string value)
    {
        var (exit, errors) = await Start((setting, value));
        Assert.Equal(Configuration, exit);
        var sentence = Assert.Single(errors.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains(setting, sentence);
        Assert.False(File.Exists(Database));
    }

    [Fact]
    public async Task With_every_needed_setting_the_database_is_made_and_a_command_is_done()
    {
        var (exit, errors) = await Start(("coordinator-email", "first@people.example"));
        Assert.Equal((Done, ""), (exit, errors));
        Assert.True(File.Exists(Database));
    }

    [Theory]
    [InlineData(0, "--help"), InlineData(0, "help"), InlineData(64, "allott"), InlineData(64, "serve", "--urls", "http://localhost:5081")]
    public void Help_and_a_mistyped_command_are_answered_with_the_list_of_commands_and_serve_nothing(int code, params string[] words)
    {
        using var said = new StringWriter();
        Assert.Equal(code, Usage.Tell(words, said, said));
        Assert.All(new[] { "tour", "simulate", "allot", "found-community", "rotate-keys", "take-bounce" }, command => Assert.Contains($"  {command}", said.ToString()));
        Assert.Null(Usage.Tell(["--urls", "http://localhost:5081"], said, said));
    }

    [Fact]
    public void What_may_not_be_written_ends_the_start_in_one_sentence() =>
        Assert.Equal(73, Ending.Of(new UnauthorizedAccessException("Access to the path 'x' is denied."))?.Code);

    [Fact]
    public async Task The_command_in_the_README_finds_its_files_from_the_folder_that_it_is_typed_in()
    {
        var command = File.ReadLines(Path.Combine(LocalFolders.Root, "README.md")).Single(l => l.StartsWith("    dotnet run --project src/Api -- allot ", StringComparison.Ordinal));
        var report = Path.Combine(_folder, "report.json");
        var words = command.Replace("report.json", report, StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries)[2..];
        var configuration = typeof(Program).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;
        var (exit, errors) = await Run(LocalFolders.Root, ["run", "--no-build", "--configuration", configuration, .. words]);
        Assert.True(exit == Done, errors);
        Assert.True(File.Exists(report));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Database => Path.Combine(_folder, "test.db");

    private async Task<(int Exit, string Errors)> Start(params (string Setting, string Value)[] other)
    {
        var keys = Path.Combine(_folder, "master-keys");
        await File.WriteAllTextAsync(keys, $"test {Convert.ToBase64String(new byte[32])}\n");
        Dictionary<string, string> settings = new()
        {
            ["environment"] = "Production",
            ["ConnectionStrings:Mentorship"] = $"Data Source={Database}",
            ["Protection:MasterKeyFile"] = keys,
            ["Site:PublicUrl"] = "https://notes.example/",
            ["Mail:From"] = "notes@notes.example",
            ["Mail:Smtp:Host"] = "mail.notes.example",
            ["name"] = "Riverside",
            ["zone"] = "Europe/Dublin",
        };
        foreach (var (setting, value) in other) settings[setting] = value;
        return await Run(_folder, [typeof(Program).Assembly.Location, "found-community", .. settings.SelectMany(s => new[] { $"--{s.Key}", s.Value })]);
    }

    private async Task<(int Exit, string Errors)> Run(string folder, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            WorkingDirectory = folder,
        };
        using var program = Process.Start(start)!;
        var (errors, output) = (program.StandardError.ReadToEndAsync(), program.StandardOutput.ReadToEndAsync());
        await Task.WhenAll(errors, output, program.WaitForExitAsync());
        return (program.ExitCode, errors.Result.Trim());
    }
}
