using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Mentorship.Api.Http;

/// <summary>
/// What Razor Pages leave open: a page without a handler for a method would be shown as if it had been read, and a form that cannot be
/// read would fail wherever it is first looked at.
/// </summary>
internal static class PageRequests
{
    public static async Task Judge(HttpContext context, RequestDelegate next)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<CompiledPageActionDescriptor>() is { } page && !IsErrorPage(context))
        {
            var allowed = MethodsOf(page);
            if (!allowed.Contains(context.Request.Method))
            {
                context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
                context.Response.Headers.Allow = string.Join(", ", allowed);
                return;
            }
            if (context.Request.HasFormContentType) await ReadForm(context.Request);
            else if (HttpMethods.IsPost(context.Request.Method)) context.Request.Form = FormCollection.Empty; // nothing was filled in
        }
        await next(context);
    }

    private static string[] MethodsOf(CompiledPageActionDescriptor page) =>
        [HttpMethods.Get, HttpMethods.Head, .. page.HandlerMethods.Any(h => HttpMethods.IsPost(h.HttpMethod)) ? (string[])[HttpMethods.Post] : []];

    /// <summary>Keeps the form for the page; 400 for one that cannot be read.</summary>
    private static async Task ReadForm(HttpRequest request)
    {
        try
        {
            await request.ReadFormAsync(request.HttpContext.RequestAborted);
        }
        catch (Exception failure) when (UnreadableForm.Is(failure))
        {
            request.ContentType = null; // else the page that says so would read it too
            throw new BadHttpRequestException(UnreadableForm.Sentence);
        }
    }

    // It is shown for any method, in place of the page that was asked for.
    private static bool IsErrorPage(HttpContext context) =>
        context.Features.Get<IExceptionHandlerFeature>() is not null || context.Features.Get<IStatusCodeReExecuteFeature>() is not null;
}
