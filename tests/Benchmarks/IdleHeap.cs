using System.Diagnostics;
using System.Globalization;

namespace Mentorship.Benchmarks;

/// <summary>The managed heap of an idle service, told by itself: this assembly is its startup hook. In a start of its own, because the hook costs time.</summary>
internal static class IdleHeap
{
    public const string Setting = "MENTORSHIP_BENCHMARK_HEAP";
    public static readonly TimeSpan After = TimeSpan.FromSeconds(12);

    public static async Task<string> Of(Published build, IReadOnlyDictionary<string, string> settings)
    {
        var file = Path.Combine(build.Folder, "heap");
        var command = Start.Command(build, settings, Start.FreeAddress());
        command.Environment["DOTNET_STARTUP_HOOKS"] = typeof(IdleHeap).Assembly.Location;
        command.Environment[Setting] = file;
        using var process = Process.Start(command)!;
        for (var waited = TimeSpan.Zero; !File.Exists(file) && waited < 5 * After; waited += TimeSpan.FromSeconds(1)) await Task.Delay(TimeSpan.FromSeconds(1));
        process.Kill();
        await process.WaitForExitAsync();
        return await File.ReadAllTextAsync(file);
    }

    public static string Describe()
    {
        var memory = GC.GetGCMemoryInfo();
        return string.Create(CultureInfo.InvariantCulture,
            $"{GC.GetTotalMemory(false) / 1024.0 / 1024.0:0.0} MiB of objects, {memory.TotalCommittedBytes / 1024.0 / 1024.0:0.0} MiB committed by the collector");
    }
}
