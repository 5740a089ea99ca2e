using Microsoft.AspNetCore.Diagnostics;

namespace Mentorship.Api.Http;

/// <summary>Where an error goes: a person with a browser gets a page with the lines to call, everybody else problem details.</summary>
internal static class ProblemPages
{
    private const string Page = "/problem";

    public static void UseProblems(this WebApplication app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandlingPath = Page,
            AllowStatusCode404Response = true,
            StatusCodeSelector = Problems.StatusOf,
            SuppressDiagnosticsCallback = _ => true, // FailureLog has written what may be written
        });
        app.UseWhen(WantsPage, pages => pages.UseStatusCodePagesWithReExecute(Page));
        app.UseWhen(context => !context.WantsPage(), api => api.UseStatusCodePages());
    }

    public static bool WantsPage(this HttpContext context)
    {
        var path = context.Features.Get<IExceptionHandlerPathFeature>()?.Path ?? context.Request.Path.Value ?? "";
        return !IsForPrograms(path) && context.Request.GetTypedHeaders().Accept.Any(a => a.MediaType.Equals("text/html", StringComparison.OrdinalIgnoreCase));
    }

    private static bool IsForPrograms(PathString path) =>
        path.StartsWithSegments("/api") || path.StartsWithSegments("/openapi") || path.StartsWithSegments("/health");
}
