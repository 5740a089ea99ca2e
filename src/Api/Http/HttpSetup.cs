namespace Mentorship.Api.Http;

internal static class HttpSetup
{
    public static void AddHttp(this IServiceCollection services)
    {
        services.AddScoped<CurrentMember>();
        services.AddProblemDetails(o => o.CustomizeProblemDetails = Problems.Complete);
        services.AddExceptionHandler<Problems>();
        services.ConfigureHttpJsonOptions(o => Json.Configure(o.SerializerOptions));
        services.AddRazorPages(o => o.Conventions
            .AllowAnonymousToPage("/Index").AllowAnonymousToPage("/Help").AllowAnonymousToPage("/CheckIns/Answer"));
        services.Configure<RouteHandlerOptions>(o => o.ThrowOnBadRequest = true);
    }

    public static void UseHttp(this WebApplication app)
    {
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.Use(Headers);
        app.UseStaticFiles();
    }

    /// <summary>No script runs anywhere, nothing is framed, no address of ours travels to another site, nothing personal is cached.</summary>
    private static Task Headers(HttpContext context, RequestDelegate next)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers.CacheControl = "no-store";
        return next(context);
    }
}
