using Mentorship.Engines;

namespace Mentorship.Benchmarks;

/// <summary>dotnet run -c Release --project tests/Benchmarks -- NAME [--engine sqlite|postgresql] [--size N] [--rounds N] [--due N]</summary>
internal static class Entry
{
    private static readonly Dictionary<string, Func<Order, Task>> Benchmarks = new()
    {
        ["start"] = StartBenchmark.Run,
        ["read"] = ReadBenchmark.Run,
        ["write"] = WriteBenchmark.Run,
        ["dispatch"] = DispatchBenchmark.Run,
        ["send"] = SendBenchmark.Run,
        ["import"] = ImportBenchmark.Run,
        ["overlap"] = OverlapBenchmark.Run,
        ["allotment"] = AllotmentBenchmark.Run,
        ["shortlist"] = ShortlistBenchmark.Run,
        ["community"] = CommunityBenchmark.Run,
    };

    public static async Task<int> Main(string[] args)
    {
        if (args is [AllotAlone.Command, var file]) return AllotAlone.Run(file);
        if (args is not [var name, .. var rest] || !Benchmarks.TryGetValue(name, out var benchmark) || Order.Parse(rest) is not { } order)
        {
            await Console.Error.WriteLineAsync($"Name one of {string.Join(", ", Benchmarks.Keys)}, then --engine sqlite|postgresql, --size N, --rounds N as you like.");
            return 64; // EX_USAGE of sysexits.h
        }
        PostgreSqlCluster.SharedBuffers = "1GB"; // its guide: a quarter of the machine
        Directory.SetCurrentDirectory(AppContext.BaseDirectory); // where WebApplicationFactory looks for the manifest of content roots
        Console.WriteLine($"# {name}, {order.Engine}, {Machine.Description}");
        await benchmark(order);
        return 0;
    }
}
