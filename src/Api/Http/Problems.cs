using FluentValidation;
using Mentorship.Domain;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;

namespace Mentorship.Api.Http;

/// <summary>Every failure as RFC 9457 problem details with a stable <c>code</c>; the input is never echoed.</summary>
internal sealed class Problems(IProblemDetailsService writer) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken cancellation)
    {
        var problem = Of(exception);
        context.Response.StatusCode = problem.Status!.Value;
        return await writer.TryWriteAsync(new ProblemDetailsContext { HttpContext = context, ProblemDetails = problem });
    }

    /// <summary>The code that a bare status carries when nothing more is known.</summary>
    public static void Complete(ProblemDetailsContext context)
    {
        var problem = context.ProblemDetails;
        problem.Extensions.TryAdd("code", CodeOf(problem.Status ?? context.HttpContext.Response.StatusCode));
        problem.Extensions.Remove("traceId");
        problem.Type = null;
        context.HttpContext.Response.Headers.CacheControl = "no-store";
    }

    private static ProblemDetails Of(Exception exception) => exception switch
    {
        ValidationException invalid => Invalid(invalid),
        NotFound => Problem(404, "not-found", exception.Message),
        RuleBroken rule => Problem(409, rule.Code, exception.Message),
        StaleVersion => Problem(412, "version-stale", exception.Message),
        BadHttpRequestException { StatusCode: 413 } => Problem(413, CodeOf(413), "This is larger than what is taken here."),
        BadHttpRequestException { StatusCode: 428 } => Problem(428, CodeOf(428), "Send If-Match with the ETag of the version that you loaded."),
        BadHttpRequestException { StatusCode: 412 } => Problem(412, CodeOf(412), "If-Match must be the ETag of the version that you loaded."),
        BadHttpRequestException { StatusCode: 415 } => Problem(415, CodeOf(415), "Send the body as application/json."),
        BadHttpRequestException bad => Problem(bad.StatusCode, "request-unreadable", "The request could not be read. Compare it with the API's documentation."),
        _ => Problem(500, CodeOf(500), "Something failed on our side. Nothing was changed; try again in a while."),
    };

    private static ProblemDetails Invalid(ValidationException invalid)
    {
        var problem = Problem(400, "input-invalid", "Some of what was sent is not valid; errors says what and why.");
        problem.Extensions["errors"] = invalid.Errors
            .Select(e => new { field = FieldOf(e.PropertyName), code = e.ErrorCode, message = e.ErrorMessage }).ToArray();
        return problem;
    }

    private static ProblemDetails Problem(int status, string code, string detail) =>
        new() { Status = status, Title = TitleOf(status), Detail = detail, Extensions = { ["code"] = code } };

    private static string FieldOf(string name) => string.Join('.', name.Split('.').Select(System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName));

    private static string TitleOf(int status) => Microsoft.AspNetCore.WebUtilities.ReasonPhrases.GetReasonPhrase(status);

    private static string CodeOf(int status) => status switch
    {
        400 => "request-unreadable",
        401 => "sign-in-needed",
        403 => "role-needed",
        404 => "not-found",
        405 => "method-not-allowed",
        406 => "not-acceptable",
        412 => "version-stale",
        413 => "too-large",
        415 => "media-type-unsupported",
        428 => "version-needed",
        429 => "too-many-requests",
        _ => status >= 500 ? "internal-error" : "request-refused",
    };
}
