using Microsoft.Extensions.Diagnostics.HealthChecks;
using NodaTime;

namespace Mentorship.Api.Jobs;

/// <summary>Degraded when a job has failed three times in a row, or has not run for ten of its intervals.</summary>
internal sealed class JobHealth(Timetable timetable, JobLedger ledger, IClock clock) : IHealthCheck
{
    private const int FailuresInARow = 3;
    private const int IntervalsWithoutARun = 10;

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
        if (ledger.Of(entry.Name).FailuresInARow is var failures and >= FailuresInARow) return $"{entry.Name} failed {failures} times in a row";
        var quietSince = ledger.LastRun(entry.Name) ?? ledger.Since;
        return now - quietSince > entry.Every * IntervalsWithoutARun ? $"{entry.Name} has not run since {quietSince}" : null;
    }
}
