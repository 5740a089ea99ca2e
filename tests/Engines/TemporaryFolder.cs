using System.Diagnostics;
using System.Globalization;

namespace Mentorship.Engines;

/// <summary>Temporary folders named after their process, so that a later run can clear up after a dead one.</summary>
internal static class TemporaryFolder
{
    private const string Prefix = "mentorship-";

    public static string NewPath(string kind) => Path.Combine(
        Path.GetTempPath(), $"{Prefix}{kind}-{Environment.ProcessId.ToString(CultureInfo.InvariantCulture)}-{Random.Shared.Next():x8}");

    public static IEnumerable<string> OfDeadProcesses(string kind) =>
        Directory.EnumerateDirectories(Path.GetTempPath(), $"{Prefix}{kind}-*").Where(path => !IsAlive(OwnerOf(path)));

    private static string OwnerOf(string path) => Path.GetFileName(path).Split('-')[^2];

    private static bool IsAlive(string processId)
    {
        try
        {
            using var process = Process.GetProcessById(int.Parse(processId, CultureInfo.InvariantCulture));
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
        catch (FormatException)
        {
            return true; // not one of ours: leave it alone
        }
    }
}
