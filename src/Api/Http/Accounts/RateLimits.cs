using System.Globalization;
using System.Threading.RateLimiting;
using Mentorship.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

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

    public static IServiceCollection AddRateLimits(this IServiceCollection services)
    {
        services.AddRateLimiter(options => options.OnRejected = Refuse);
        services.AddOptions<RateLimiterOptions>().Configure<IConfiguration>((options, configuration) =>
        {
            Limit[] limits = [.. Limits.Select(limit => limit.Read(configuration))]; // asked for at the start, so that a wrong one ends it
            options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(http => PartitionOf(http, limits));
        });
        return services;
    }

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

    private static async ValueTask Refuse(OnRejectedContext context, CancellationToken cancellation)
    {
        var wait = context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var known) ? known : Minute;
        if (context.HttpContext.WantsPage()) Refuse(context.HttpContext.Response, wait); // its body is the page for problems
        else await Answer(context.HttpContext, wait);
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
