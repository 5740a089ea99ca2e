namespace Mentorship.Api.Http;

/// <summary>
/// No script runs anywhere, nothing is framed, no address of ours travels to another site, nothing personal is cached (ASVS 5.0.0, 3.4).
/// Sent when the answer starts, because an answer to an exception drops every header that was set before.
/// </summary>
internal static class SecurityHeaders
{
    private const string OneYear = "max-age=31536000; includeSubDomains";
    private const string NoScript = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    // The page to try the API is a program in the browser: it runs our copy of its scripts, and sets styles by attribute.
    private const string DocsPage =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'";

    public static Task Send(HttpContext context, RequestDelegate next)
    {
        var path = context.Request.Path; // as it was asked for: an error page has another one
        context.Response.OnStarting(() => Set(context, path));
        return next(context);
    }

    private static Task Set(HttpContext context, PathString path)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = path.StartsWithSegments("/docs") ? DocsPage : NoScript;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers.Remove("x-swagger-ui-version");
        if (headers.CacheControl.Count == 0 || path.StartsWithSegments("/api")) headers.CacheControl = "no-store";
        if (context.Request.IsHttps && !IsDevelopment(context)) headers.StrictTransportSecurity = OneYear;
        return Task.CompletedTask;
    }

    private static bool IsDevelopment(HttpContext context) => context.RequestServices.GetRequiredService<IHostEnvironment>().IsDevelopment();
}
