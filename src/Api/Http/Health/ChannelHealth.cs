using Mentorship.Infrastructure.Notices;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Mentorship.Api.Http.Health;

/// <summary>
/// Degraded while this host sends nothing by a channel because the other side does not answer, the others go on; and for a day after it gave
/// something up.
/// </summary>
internal sealed class ChannelHealth(Channels channels) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        string[] findings = [.. channels.Failing.Select(c => $"nothing leaves by {c}"), .. channels.GaveUpLately.Select(c => $"something by {c} was given up")];
        var found = findings.Length == 0 ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded(string.Join("; ", findings));
        return Task.FromResult(found);
    }
}
