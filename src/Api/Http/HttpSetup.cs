using Mentorship.Api.Http.Health;
using Mentorship.Api.Http.OpenApi;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Mentorship.Api.Http;

internal static class HttpSetup
{
    public static void AddHttp(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddScoped<CurrentMember>();
        services.AddSingleton<FailureLog>();
        services.AddSingleton<IProblemDetailsWriter, ProblemWriter>(); // before the framework's own: the first that can write does
        services.AddProblemDetails();
        services.AddExceptionHandler<Problems>();
        services.ConfigureHttpJsonOptions(o => Json.Configure(o.SerializerOptions));
        services.AddRazorPages(o => o.Conventions
            .AllowAnonymousToPage("/Index").AllowAnonymousToPage("/Help").AllowAnonymousToPage("/Problem")
            .AllowAnonymousToPage("/CheckIns/Answer").AllowAnonymousToPage("/CheckIns/Fine").AllowAnonymousToPage("/Notices/Stop")
            .AllowAnonymousToFolder("/Accounts"));
        services.Configure<RouteHandlerOptions>(o => o.ThrowOnBadRequest = true);
        services.Configure<KestrelServerOptions>(o =>
        {
            o.AddServerHeader = false;
            o.Limits.MaxRequestBodySize = BodyLimit.Json;
        });
        services.AddProxies(configuration);
        services.AddReadiness();
        services.AddDocs();
        services.ReadKeysLater();
    }

    /// <summary>The framework reads the keys of cookies before the first answer, which they would put off by a tenth of a second.</summary>
    private static void ReadKeysLater(this IServiceCollection services)
    {
        foreach (var reader in services.Where(s => s.ImplementationType?.Name == "DataProtectionHostedService").ToList()) services.Remove(reader);
    }

    /// <summary>They are read once the service listens, on a thread of their own: two hosts that begin together still see each other's first key.</summary>
    private static void ReadKeysOnceStarted(this WebApplication app) =>
        app.Lifetime.ApplicationStarted.Register(() => Task.Run(() => app.Services.GetDataProtector("start").Protect([])));

    public static void UseHttp(this WebApplication app)
    {
        app.UseProxies();
        app.Use(SecurityHeaders.Send);
        app.UseProblems();
        app.UseRouting(); // after the error pages, which are routed too
        app.Use(BodyLimit.Keep);
        app.Use(JsonCharset.Require);
        app.Use(PageRequests.Judge);
        app.UseDocs();
        app.UseStaticFiles(new StaticFileOptions { OnPrepareResponse = file => file.Context.Response.Headers.CacheControl = "no-cache" });
        app.Use(AnswerWhatHasNoEndpoint);
    }

    /// <summary>An unknown path is 404 and a wrong method 405 for everybody, before anybody is asked who they are.</summary>
    private static Task AnswerWhatHasNoEndpoint(HttpContext context, RequestDelegate next)
    {
        if (context.GetEndpoint() is RouteEndpoint) return next(context);
        if (context.GetEndpoint()?.RequestDelegate is { } refuse) return refuse(context);
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    /// <summary>What answers outside <c>/api</c> and the pages: health, and the documentation where it is open.</summary>
    public static void MapHttp(this WebApplication app)
    {
        app.MapHealth();
        app.MapDocs();
        app.ReadKeysOnceStarted();
    }

    /// <summary>Makes every endpoint now and keeps it, which the first request would have waited for.</summary>
    public static void MakeEndpoints(this WebApplication app)
    {
        app.UseEndpoints(_ => { });
        _ = app.Services.GetRequiredService<EndpointDataSource>().Endpoints;
    }
}
