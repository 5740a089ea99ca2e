using System.Collections.Concurrent;
using NodaTime;

namespace Mentorship.Api.Jobs;

/// <summary>How each job did last, in this process and since it started.</summary>
internal class JobLedger(IClock clock)
{
    private readonly ConcurrentDictionary<string, JobStanding> standings = new();

    public Instant Since { get; } = clock.GetCurrentInstant();

    public JobStanding Of(string job) => standings.GetValueOrDefault(job, JobStanding.NeverRun);

    public void Began(string job) => Write(job, (old, now) => old with { AtWorkSince = now });

    public void Succeeded(string job) => Write(job, (_, now) => new(LastSuccess: now, LastFailure: null, FailuresInARow: 0));

    public void Failed(string job) =>
        Write(job, (old, now) => old with { LastFailure = now, FailuresInARow = old.FailuresInARow + 1, AtWorkSince = null });

    /// <summary>The host stops, and the run with it: neither a success nor a failure.</summary>
    public void Stopped(string job) => Write(job, (old, _) => old with { AtWorkSince = null });

    /// <summary>The last run that ended, well or badly; null when none has. Where hosts share it, the beginning of one counts too.</summary>
    public virtual Instant? LastRun(string job) => Of(job).LastRun;

    protected virtual void Seen(string job, Instant at) { }

    private void Write(string job, Func<JobStanding, Instant, JobStanding> change)
    {
        var now = clock.GetCurrentInstant();
        standings.AddOrUpdate(job, _ => change(JobStanding.NeverRun, now), (_, old) => change(old, now));
        Seen(job, now);
    }
}
