using Mentorship.Infrastructure.Notices;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Mentorship.Api.Http.Health;

/// <summary>Degraded while this host sends nothing by a channel because the other side does not answer; the others go on.</summary>
internal sealed class ChannelHealth(Channels channels) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var failing = string.Join(", ", channels.Failing);
        var found = failing.Length == 0 ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded($"nothing leaves by {failing}");
        return Task.FromResult(found);
    }
}
