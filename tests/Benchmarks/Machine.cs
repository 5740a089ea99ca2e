using System.Globalization;
using System.Runtime.InteropServices;

namespace Mentorship.Benchmarks;

/// <summary>Where and when a figure was taken, in one line.</summary>
internal static class Machine
{
    public static string Description => string.Create(CultureInfo.InvariantCulture,
        $"{DateTime.UtcNow:yyyy-MM-dd HH:mm}Z, {Environment.ProcessorCount} cores, {Memory} GiB, {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}, load {Load}");

    private static long Memory => GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >> 30;

    private static string Load => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";
}
