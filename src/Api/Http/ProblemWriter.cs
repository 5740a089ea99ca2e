using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;

namespace Mentorship.Api.Http;

/// <summary>Writes problem details as JSON whatever the client accepts, completed with the code of the status; nothing of the request is in them.</summary>
internal sealed class ProblemWriter(IOptions<JsonOptions> json) : IProblemDetailsWriter
{
    public bool CanWrite(ProblemDetailsContext context) => true;

    public ValueTask WriteAsync(ProblemDetailsContext context)
    {
        var (response, problem) = (context.HttpContext.Response, context.ProblemDetails);
        problem.Status ??= response.StatusCode;
        problem.Title = ReasonPhrases.GetReasonPhrase(problem.Status.Value);
        problem.Type = null; // about:blank: the code says more than a type would
        var (code, sentence) = StatusWords.Of(problem.Status.Value);
        problem.Extensions.TryAdd("code", code);
        problem.Detail ??= sentence;
        if (problem.Status == 400 && Unreadable.FieldsOf(context.HttpContext) is { Count: > 0 } fields) problem.Extensions.TryAdd("errors", fields);
        if (problem.Status == StatusCodes.Status401Unauthorized && response.Headers.WWWAuthenticate.Count == 0) response.Headers.WWWAuthenticate = "Bearer";
        return new(response.WriteAsJsonAsync(problem, problem.GetType(), json.Value.SerializerOptions, "application/problem+json"));
    }
}
