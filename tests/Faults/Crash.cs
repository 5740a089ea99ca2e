using System.Diagnostics;

namespace Mentorship.Faults;

/// <summary>
/// The real service does what is due and is killed again and again while it does. The moments are drawn evenly over all the work, check-ins
/// made and mails arrived, from the seed; each falls somewhere into the quarter of a second after that much is done.
/// </summary>
internal sealed class Crash(CrashOrder order, MailSink sink, DuePlans plans, Action<string> tell)
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10); // with two hosts each lease of a minute is waited for
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan UntilRead = TimeSpan.FromMilliseconds(200); // what a dead host has sent is still on its way to the mail server
    private const int WithinMilliseconds = 250;

    private readonly List<DateTimeOffset> _cuts = [];
    private readonly Random _random = new(order.Seed);
    private readonly HostProcess[] _hosts = new HostProcess[order.Hosts];

    public static async Task<CrashOutcome> Run(CrashOrder order, Action<string> tell)
    {
        await using var sink = new MailSink();
        await using var stops = order.StopDatabase ? await DatabaseStops.Begin() : null;
        await using var plans = await DuePlans.Make(order.Engine, order.Due);
        return await new Crash(order, sink, plans, tell).Run(stops);
    }

    private async Task<CrashOutcome> Run(DatabaseStops? stops)
    {
        var started = Stopwatch.GetTimestamp();
        try
        {
            for (var host = 0; host < _hosts.Length; host++) _hosts[host] = Start();
            foreach (var moment in Enumerable.Range(0, order.Kills).Select(_ => _random.Next(2 * order.Due)).Order().ToList())
            {
                await Reached(moment);
                await Task.Delay(_random.Next(WithinMilliseconds));
                await Cut(stops);
            }
            await Until(plans.AllDone);
            return await plans.Outcome(sink, _cuts, order.StopDatabase ? order.Hosts : 1, Stopwatch.GetElapsedTime(started));
        }
        finally
        {
            foreach (var host in _hosts.OfType<HostProcess>()) await host.Kill();
        }
    }

    private HostProcess Start() => HostProcess.Start(plans.Settings(sink.Port));

    private async Task Cut(DatabaseStops? stops)
    {
        if (stops is not null)
        {
            await stops.Once();
            _cuts.Add(DateTimeOffset.UtcNow);
            return;
        }
        var which = _random.Next(_hosts.Length);
        await _hosts[which].Kill();
        await Task.Delay(UntilRead);
        _cuts.Add(DateTimeOffset.UtcNow);
        if (_hosts.Length == 1) await plans.PassTheLease();
        _hosts[which] = Start();
    }

    /// <summary>So much is done, and something since the last cut: else a host would die again before it has begun.</summary>
    private async Task Reached(int moment)
    {
        var before = await Done() ?? 0;
        var wanted = Math.Min(2 * order.Due, Math.Max(moment, before + 1));
        await Until(async () => await Done() >= wanted);
        tell($"{wanted:#,0} of {2 * order.Due:#,0} done, {sink.DistinctCount:#,0} mails");
    }

    private async Task<int?> Done() => await plans.Made() is { } made ? made + sink.DistinctCount : null;

    private async Task Until(Func<Task<bool>> isTrue)
    {
        var since = Stopwatch.GetTimestamp();
        while (!await isTrue())
        {
            if (_hosts.FirstOrDefault(h => h.HasExited) is { } ended) throw new InvalidOperationException($"A host ended by itself: {ended.LastWords}");
            if (Stopwatch.GetElapsedTime(since) > Longest) throw new TimeoutException($"Nothing came of it: {_hosts[0].LastWords}");
            await Task.Delay(Look);
        }
    }
}
