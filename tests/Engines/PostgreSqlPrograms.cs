using System.Diagnostics;

namespace Mentorship.Engines;

/// <summary>Where PostgreSQL's server programs are, and as whom they run: they refuse to run as root.</summary>
internal static class PostgreSqlPrograms
{
    private const string RunUser = "/usr/sbin/runuser";

    // Parent folder, pattern of the version's folder.
    private static readonly (string Parent, string Version)[] Places =
    [
        ("/usr/lib/postgresql", "*"), ("/usr", "pgsql-*"), ("/opt/homebrew/opt", "postgresql*"), ("/usr/local/opt", "postgresql*"),
    ];

    /// <summary>The folder of the programs: PATH first, then the usual places, the newest version first.</summary>
    public static string? Folder { get; } = OnPath().Concat(Places.SelectMany(Installed)).FirstOrDefault(HasPrograms);

    public static string? AbsentBecause { get; } = FindAbsence();

    /// <summary>A shell that runs the script as a user whom the programs accept; $1, $2 and so on are the arguments.</summary>
    public static ProcessStartInfo Shell(string script, params string[] arguments)
    {
        string[] shell = ["/bin/sh", "-c", script, "sh", .. arguments];
        string[] command = Environment.IsPrivilegedProcess ? [RunUser, "-u", "postgres", "--", .. shell] : shell;
        return new ProcessStartInfo(command[0], command[1..])
        {
            WorkingDirectory = "/",
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
    }

    private static string? FindAbsence()
    {
        if (OperatingSystem.IsWindows())
            return "PostgreSQL: the tests start it on Linux and macOS only.";
        if (Folder is null)
            return "PostgreSQL: its server programs (initdb, pg_ctl) are neither on PATH nor in their usual folders.";
        if (Environment.IsPrivilegedProcess && !(File.Exists(RunUser) && HasPostgresUser()))
            return "PostgreSQL: it refuses to run as root, and there is no user postgres and runuser to run it with.";
        return null;
    }

    private static bool HasPostgresUser() =>
        File.ReadLines("/etc/passwd").Any(line => line.StartsWith("postgres:", StringComparison.Ordinal));

    private static string[] OnPath() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);

    private static IEnumerable<string> Installed((string Parent, string Version) place) => Directory.Exists(place.Parent)
        ? Directory.GetDirectories(place.Parent, place.Version).OrderByDescending(Number).Select(folder => Path.Combine(folder, "bin"))
        : [];

    private static int Number(string folder) =>
        int.TryParse(string.Concat(Path.GetFileName(folder).Where(char.IsAsciiDigit)), out var number) ? number : 0;

    private static bool HasPrograms(string folder) =>
        File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "pg_ctl"));
}
