namespace Mentorship.Faults;

/// <summary>dotnet run --project tests/Faults -- crash [--engine sqlite|postgresql] [--due N] [--kills N] [--hosts N] [--seed N] [--stop-database]</summary>
internal static class Entry
{
    public static async Task<int> Main(string[] args)
    {
        if (args is not ["crash", .. var rest] || CrashOrder.Parse(rest) is not { } order)
        {
            await Console.Error.WriteLineAsync(
                "crash [--engine sqlite|postgresql] [--due N] [--kills N] [--hosts N] [--seed N] [--stop-database]; the last is for postgresql.");
            return 64; // EX_USAGE of sysexits.h
        }
        Directory.SetCurrentDirectory(AppContext.BaseDirectory); // where WebApplicationFactory looks for the manifest of content roots
        Console.WriteLine($"# {order}");
        var outcome = await Crash.Run(order, Console.WriteLine);
        Console.WriteLine(outcome);
        return outcome.IsExact ? 0 : 1;
    }
}
