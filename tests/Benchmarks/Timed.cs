using System.Diagnostics;

namespace Mentorship.Benchmarks;

internal static class Timed
{
    /// <summary>Seconds that the work takes.</summary>
    public static async Task<double> Seconds(Func<Task> work)
    {
        var started = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(started).TotalSeconds;
    }
}
