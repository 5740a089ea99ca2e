using Mentorship.Api.Features.Overdue;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Mentorship.Api.Http.Health;

/// <summary>Degraded while plans, notices or account mails are late, with how many.</summary>
internal sealed class BacklogHealth(Backlog backlog) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(backlog.Latest is { Any: true } late
            ? HealthCheckResult.Degraded(
                $"{late.Plans} plans, {late.Notices} notices, {late.Calls} urgent ones and {late.AccountMails} account mails are late")
            : HealthCheckResult.Healthy());
}
