using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Mentorship.Benchmarks;

/// <summary>One start of a published service, until it is ended again.</summary>
internal sealed record Start(double Seconds, double ProcessorSeconds, double ResidentMiB)
{
    private const string First = "/health/ready";
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    public static async Task<Start> Once(Published build, IReadOnlyDictionary<string, string> settings, TimeSpan idle)
    {
        var address = FreeAddress();
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = address };
        var started = Stopwatch.GetTimestamp();
        using var process = Process.Start(Command(build, settings, address))!;
        try
        {
            await FirstAnswer(http, started, process);
            var (seconds, processor) = (Stopwatch.GetElapsedTime(started).TotalSeconds, process.TotalProcessorTime.TotalSeconds);
            await Task.Delay(idle);
            process.Refresh();
            return new(seconds, processor, process.WorkingSet64 / 1024.0 / 1024.0);
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync();
        }
    }

    public static ProcessStartInfo Command(Published build, IReadOnlyDictionary<string, string> settings, Uri address)
    {
        var command = new ProcessStartInfo(Path.Combine(build.Folder, "Mentorship.Api")) { WorkingDirectory = build.Folder };
        foreach (var (key, value) in settings) command.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        command.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        command.Environment["ASPNETCORE_URLS"] = address.ToString();
        return command;
    }

    public static Uri FreeAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new($"http://{listener.LocalEndpoint}");
    }

    private static async Task FirstAnswer(HttpClient http, long started, Process process)
    {
        while (!await Answers(http))
        {
            if (process.HasExited) throw new InvalidOperationException($"The service ended with {process.ExitCode}.");
            if (Stopwatch.GetElapsedTime(started) > Longest) throw new TimeoutException("The service did not answer.");
            await Task.Delay(2);
        }
    }

    private static async Task<bool> Answers(HttpClient http)
    {
        try
        {
            using var answer = await http.GetAsync(First);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false; // nobody listens yet
        }
    }
}
