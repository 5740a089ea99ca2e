using Microsoft.AspNetCore.Mvc;

namespace Mentorship.Api.Http;

/// <summary>
/// A failure of ours says 503 to the gateway, which then calls its fallback address or brings it again; nothing of what it brought was
/// kept, so that it is worked on then.
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
        catch (Exception failure) when (Problems.StatusOf(failure) == 500 && !http.RequestAborted.IsCancellationRequested)
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
}
