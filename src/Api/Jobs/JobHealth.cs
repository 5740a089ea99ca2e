using Microsoft.Extensions.Diagnostics.HealthChecks;
using NodaTime;

namespace Mentorship.Api.Jobs;

/// <summary>
/// Degraded when a job has failed three times in a row, has not run for ten of its intervals and does not run now, or runs for an hour.
/// </summary>
internal sealed class JobHealth(Timetable timetable, JobLedger ledger, IClock clock) : IHealthCheck
{
    private const int FailuresInARow = 3;
    private const int IntervalsWithoutARun = 10;
    private static readonly Duration LongestRun = Duration.FromHours(1); // the allotment of a large community takes minutes

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var now = clock.GetCurrentInstant();
        var findings = timetable.Entries.Select(e => Finding(e, now)).OfType<string>().ToList();
        return Task.FromResult(findings.Count == 0
            ? HealthCheckResult.Healthy($"{timetable.Entries.Count} jobs run")
            : HealthCheckResult.Degraded(string.Join("; ", findings)));
    }

    private string? Finding(JobEntry entry, Instant now)
    {
        var standing = ledger.Of(entry.Name);
        if (standing.FailuresInARow >= FailuresInARow) return $"{entry.Name} failed {standing.FailuresInARow} times in a row";
        if (standing.AtWorkSince is { } began) return now - began > LongestRun ? $"{entry.Name} is at work since {began}" : null;
        var quietSince = ledger.LastRun(entry.Name) ?? ledger.Since;
        return now - quietSince > entry.Every * IntervalsWithoutARun ? $"{entry.Name} has not run since {quietSince}" : null;
    }
}
