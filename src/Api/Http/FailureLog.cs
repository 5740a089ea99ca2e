using System.Text;
using Microsoft.AspNetCore.Diagnostics;

namespace Mentorship.Api.Http;

/// <summary>An unforeseen failure in the log: the types and the stack, but no message, because a message may repeat what somebody wrote.</summary>
internal sealed partial class FailureLog(ILogger<FailureLog> logger)
{
    public void Write(HttpContext context, Exception exception)
    {
        var endpoint = context.Features.Get<IExceptionHandlerFeature>()?.Endpoint ?? context.GetEndpoint();
        var route = (endpoint as RouteEndpoint)?.RoutePattern.RawText ?? "(no route)"; // never the path: a link's token is in it
        Failed(logger, context.Request.Method, route, Describe(exception));
    }

    private static string Describe(Exception exception)
    {
        var text = new StringBuilder();
        for (var at = exception; at is not null; at = at.InnerException) text.AppendLine(at.GetType().FullName).AppendLine(at.StackTrace);
        return text.ToString();
    }

    [LoggerMessage(LogLevel.Error, "{Method} {Route} failed: {Failure}")]
    private static partial void Failed(ILogger logger, string method, string route, string failure);
}
