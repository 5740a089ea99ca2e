using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Mentorship.Api.Http.Health;

/// <summary>For whoever keeps the service running: is the process up, and can it work. Words for strangers, details for the log.</summary>
internal static class HealthEndpoints
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(5);

    public static void AddReadiness(this IServiceCollection services) =>
        services.AddHealthChecks().AddCheck<DatabaseHealth>("database", timeout: LongestWait).AddCheck<BacklogHealth>("backlog")
            .AddCheck<ChannelHealth>("channels").AddCheck<ClockHealth>("clock", timeout: LongestWait);

    public static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new() { Predicate = _ => false, ResponseWriter = Write }).AllowAnonymous();
        app.MapHealthChecks("/health/ready", new() { ResponseWriter = Write }).AllowAnonymous();
    }

    private static Task Write(HttpContext context, HealthReport report)
    {
        var checks = report.Entries.ToDictionary(e => e.Key, e => WordOf(e.Value.Status));
        if (report.Status != HealthStatus.Unhealthy) return Results.Ok(new Health(WordOf(report.Status), checks)).ExecuteAsync(context);
        return Results.Problem(new ProblemDetails
        {
            Status = StatusCodes.Status503ServiceUnavailable,
            Detail = "The service cannot work at this moment.",
            Extensions = { ["code"] = "not-ready", ["checks"] = checks },
        }).ExecuteAsync(context);
    }

    private static string WordOf(HealthStatus status) => status switch
    {
        HealthStatus.Healthy => "healthy",
        HealthStatus.Degraded => "degraded",
        _ => "unhealthy",
    };

    private sealed record Health(string Status, IReadOnlyDictionary<string, string> Checks);
}
