using Mentorship.Infrastructure.Persistence;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using NodaTime;

namespace Mentorship.Api.Http.Health;

/// <summary>
/// Whether this host and the database take the same for the time, to five seconds: a host that is ahead asks too early, and takes notices from
/// another that still holds them.
/// </summary>
internal sealed class ClockHealth(MentorshipDb db, IClock clock) : IHealthCheck
{
    private static readonly Duration Most = Duration.FromSeconds(5);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            var theirs = await db.ReadClock(cancellationToken);
            return theirs is { } at && !IsNear(at) ? HealthCheckResult.Degraded("host and database differ") : HealthCheckResult.Healthy();
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            return HealthCheckResult.Degraded(failure.GetType().Name); // the message may hold the connection
        }
    }

    private bool IsNear(Instant theirs) => Duration.Max(theirs - clock.GetCurrentInstant(), clock.GetCurrentInstant() - theirs) <= Most;
}
