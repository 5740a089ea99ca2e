using System.Collections.Concurrent;
using System.Diagnostics;

namespace Mentorship.Faults;

/// <summary>One life of the service in a process of its own, in Production, with its jobs.</summary>
internal sealed class HostProcess
{
    private const int LinesKept = 20;

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _lines = new();

    private HostProcess(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public bool HasExited => _process.HasExited;

    public string LastWords => string.Join('\n', _lines);

    public static HostProcess Start(IReadOnlyDictionary<string, string> settings)
    {
        var command = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Mentorship.Api.dll")])
        {
            WorkingDirectory = AppContext.BaseDirectory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        command.Environment["DOTNET_TieredPGO"] = "0"; // each life is short: no time for profiles
        foreach (var (key, value) in settings) command.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        command.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        command.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        return new(Process.Start(command)!);
    }

    /// <summary>SIGKILL: nothing of it gets to finish anything.</summary>
    public async Task Kill()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    private void Keep(string? line)
    {
        if (line is null) return;
        _lines.Enqueue(line);
        if (_lines.Count > LinesKept) _lines.TryDequeue(out _);
    }
}
