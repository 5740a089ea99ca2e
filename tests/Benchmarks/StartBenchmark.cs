using System.Diagnostics;
using Mentorship.Api.Demo;
using Mentorship.Engines;

namespace Mentorship.Benchmarks;

/// <summary>
/// A published service as its own process in Production, on a database that holds the sample community: seconds until the first answer,
/// processor seconds until then, and memory after ten idle seconds; ReadyToRun against the same publish without it.
/// </summary>
internal static class StartBenchmark
{
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(10);

    public static async Task Run(Order order)
    {
        var folder = Directory.CreateTempSubdirectory("mentorship-start-").FullName;
        await using (var database = await TestDatabase.New(order.Engine))
        {
            var settings = ServiceHost.Settings(order.Engine, database.ConnectionString, folder);
            await using (var host = new ServiceHost(settings)) await new DemoCommunity(host.Services).Fill(Spreadsheet.Samples);
            Published[] builds = [await Publish(folder, "plain", readyToRun: false), await Publish(folder, "ReadyToRun", readyToRun: true)];
            await Measure(order, settings, builds);
        }
        Directory.Delete(folder, recursive: true);
    }

    private static async Task Measure(Order order, Dictionary<string, string> settings, Published[] builds)
    {
        var starts = builds.Select(_ => new List<Start>()).ToArray();
        foreach (var build in builds) await Start.Once(build, settings, TimeSpan.Zero); // into the file cache
        for (var round = 0; round < order.Rounds; round++)
            for (var turn = 0; turn < builds.Length; turn++)
            {
                var at = (round + turn) % builds.Length;
                starts[at].Add(await Start.Once(builds[at], settings, Idle));
            }
        Print("seconds to the first answer", s => s.Seconds);
        Print("processor seconds to the first answer", s => s.ProcessorSeconds);
        Print("MiB resident, idle", s => s.ResidentMiB);
        foreach (var build in builds) Console.WriteLine($"{build.Name}, idle: {await IdleHeap.Of(build, settings)}");

        void Print(string unit, Func<Start, double> of) => Turns.Print(unit, [.. builds.Zip(starts, (b, s) => (b.Name, s.Select(of).ToArray()))]);
    }

    private static async Task<Published> Publish(string folder, string name, bool readyToRun)
    {
        var output = Path.Combine(folder, name);
        string[] arguments =
        [
            "publish", Path.Combine(Spreadsheet.Root(), "src", "Api"), "-c", "Release", "-r", "linux-x64", "--self-contained", "-o", output,
            "--artifacts-path", Path.Combine(folder, "artifacts"), "-nodeReuse:false", "-v", "quiet", $"-p:PublishReadyToRun={readyToRun}",
        ];
        using var process = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true })!;
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? new(name, output) : throw new InvalidOperationException(said);
    }
}

/// <summary>A published build and where it is.</summary>
internal sealed record Published(string Name, string Folder);
