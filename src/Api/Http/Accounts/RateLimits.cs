using System.Globalization;
using System.Threading.RateLimiting;
using Mentorship.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace Mentorship.Api.Http.Accounts;

/// <summary>
/// How often one network may call what a stranger can reach, in fixed windows:
/// <c>RateLimits:{Sessions,Accounts,Links}:{Permits,Seconds}</c>.
/// By path and not by endpoint, so that a new page under one of them cannot be forgotten.
/// </summary>
internal static class RateLimits
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private sealed record Limit(string Name, int Permits, int Seconds, params string[] Paths)
    {
        public Limit Read(IConfiguration configuration) => this with
        {
            Permits = configuration.Count($"RateLimits:{Name}:Permits") ?? Permits,
            Seconds = configuration.Count($"RateLimits:{Name}:Seconds") ?? Seconds,
        };
    }

    // Enough for a hall full of people on one Wi-Fi, and for a family's mail scanner.
    private static readonly Limit[] Limits =
    [
        new("Sessions", 300, 60, "/api/v1/sessions", "/sign-in"),
        new("Accounts", 30, 60, "/api/v1/accounts", "/sign-up", "/confirm", "/address", "/password"),
        new("Links", 120, 60, "/c", "/d", "/f", "/i", "/n"),
    ];

    // UseRateLimiter makes limiters that nobody disposes of: their timers go on after their host has ended, and hold all of it.
    public static IServiceCollection AddRateLimits(this IServiceCollection services) => services.AddSingleton(provider =>
    {
        Limit[] limits = [.. Limits.Select(limit => limit.Read(provider.GetRequiredService<IConfiguration>()))];
        return PartitionedRateLimiter.Create<HttpContext, string>(http => PartitionOf(http, limits));
    });

    public static void UseRateLimits(this WebApplication app) => app.Use(async (http, next) =>
    {
        using var lease = http.RequestServices.GetRequiredService<PartitionedRateLimiter<HttpContext>>().AttemptAcquire(http); // nobody queues
        if (lease.IsAcquired) await next(http);
        else await Refuse(http, lease);
    });

    private static RateLimitPartition<string> PartitionOf(HttpContext http, Limit[] limits)
    {
        var limit = limits.FirstOrDefault(l => l.Paths.Any(path => http.Request.Path.StartsWithSegments(path)));
        if (limit is null) return RateLimitPartition.GetNoLimiter("");
        return RateLimitPartition.GetFixedWindowLimiter($"{limit.Name} {CallerNetwork.Of(http)}", _ => new FixedWindowRateLimiterOptions
        {
            PermitLimit = limit.Permits,
            Window = TimeSpan.FromSeconds(limit.Seconds),
        });
    }

    private static async ValueTask Refuse(HttpContext http, RateLimitLease lease)
    {
        var wait = lease.TryGetMetadata(MetadataName.RetryAfter, out var known) ? known : Minute;
        if (http.WantsPage()) Refuse(http.Response, wait); // its body is the page for problems
        else await Answer(http, wait);
    }

    /// <summary>429 as problem details, with the whole seconds to wait.</summary>
    public static async ValueTask<bool> Answer(HttpContext http, TimeSpan wait)
    {
        Refuse(http.Response, wait);
        var problem = new ProblemDetails
        {
            Status = StatusCodes.Status429TooManyRequests,
            Title = "Too Many Requests",
            Detail = "There were too many tries. Wait as many seconds as Retry-After says, then try again.",
        };
        var writer = http.RequestServices.GetRequiredService<IProblemDetailsService>();
        return await writer.TryWriteAsync(new() { HttpContext = http, ProblemDetails = problem });
    }

    private static void Refuse(HttpResponse response, TimeSpan wait)
    {
        response.StatusCode = StatusCodes.Status429TooManyRequests;
        response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
    }
}
