using Mentorship.Domain;
using Microsoft.AspNetCore.Mvc;

namespace Mentorship.Api.Http;

/// <summary>
/// A failure of ours, or too many others at the same moment, says 503 to the gateway, which then calls its fallback address or brings it
/// again; nothing of what it brought was kept, so that it is worked on then.
/// </summary>
internal sealed class BringAgain(FailureLog log) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        try
        {
            return await next(context);
        }
        catch (Exception failure) when (IsOurs(failure) && !http.RequestAborted.IsCancellationRequested)
        {
            log.Write(http, failure);
            http.Response.Headers.RetryAfter = "60";
            return TypedResults.Problem(new ProblemDetails
            {
                Status = StatusCodes.Status503ServiceUnavailable,
                Detail = "The service cannot work at this moment.",
                Extensions = { ["code"] = "not-ready" },
            });
        }
    }

    private static bool IsOurs(Exception failure) => failure is RuleBroken { Code: "changed-meanwhile" } || Problems.StatusOf(failure) == 500;
}
