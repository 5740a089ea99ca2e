using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Mentorship.Api.Http.Accounts;

/// <summary>
/// How often one network may call what a stranger can reach, in fixed windows: <c>RateLimits:{Sessions,Accounts,Links}:{Permits,Seconds}</c>.
/// By path and not by endpoint, so that a new page under one of them cannot be forgotten.
/// </summary>
internal static class RateLimits
{
    private sealed record Limit(string Name, string Path, int Permits);

    // Enough for a hall full of people on one Wi-Fi, and for a family's mail scanner.
    private static readonly Limit[] Limits =
        [new("Sessions", "/api/v1/sessions", 60), new("Accounts", "/api/v1/accounts", 30), new("Links", "/c", 120)];

    public static IServiceCollection AddRateLimits(this IServiceCollection services)
    {
        services.AddRateLimiter(options => options.OnRejected = Refuse);
        services.AddOptions<RateLimiterOptions>().Configure<IConfiguration>((options, configuration) =>
            options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(http => PartitionOf(http, configuration)));
        return services;
    }

    private static RateLimitPartition<string> PartitionOf(HttpContext http, IConfiguration configuration)
    {
        if (Limits.FirstOrDefault(l => http.Request.Path.StartsWithSegments(l.Path)) is not { } limit) return RateLimitPartition.GetNoLimiter("");
        return RateLimitPartition.GetFixedWindowLimiter($"{limit.Name} {CallerNetwork.Of(http)}", _ => new FixedWindowRateLimiterOptions
        {
            PermitLimit = configuration.GetValue($"RateLimits:{limit.Name}:Permits", limit.Permits),
            Window = TimeSpan.FromSeconds(configuration.GetValue($"RateLimits:{limit.Name}:Seconds", 60)),
        });
    }

    private static async ValueTask Refuse(OnRejectedContext context, CancellationToken cancellation) =>
        await Answer(context.HttpContext, context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : TimeSpan.FromMinutes(1));

    /// <summary>429 as problem details, with the whole seconds to wait.</summary>
    public static async ValueTask<bool> Answer(HttpContext http, TimeSpan wait)
    {
        http.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        http.Response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        var problem = new ProblemDetails
        {
            Status = StatusCodes.Status429TooManyRequests,
            Title = "Too Many Requests",
            Detail = "There were too many tries. Wait as many seconds as Retry-After says, then try again.",
        };
        return await http.RequestServices.GetRequiredService<IProblemDetailsService>().TryWriteAsync(new() { HttpContext = http, ProblemDetails = problem });
    }
}
