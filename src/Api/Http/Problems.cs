using FluentValidation;
using Mentorship.Domain;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;

namespace Mentorship.Api.Http;

/// <summary>Every failure as RFC 9457 problem details with a stable <c>code</c>; the input is never echoed, and a failure of ours never described.</summary>
internal sealed class Problems(IProblemDetailsService writer, FailureLog log) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken cancellation)
    {
        var problem = Of(exception);
        if (problem.Status == StatusCodes.Status500InternalServerError) log.Write(context, exception);
        if (context.WantsPage()) return false; // re-executed as a page
        context.Response.StatusCode = problem.Status!.Value;
        await writer.WriteAsync(new ProblemDetailsContext { HttpContext = context, ProblemDetails = problem });
        return true;
    }

    public static int StatusOf(Exception exception) => Of(exception).Status!.Value;

    /// <summary>As it is answered.</summary>
    public static ProblemDetails Of(Exception exception) => exception switch
    {
        ValidationException invalid => Invalid(invalid),
        NotFound => Problem(404, "not-found", exception.Message),
        RuleBroken rule => Problem(409, rule.Code, exception.Message),
        StaleVersion => Problem(412, "version-stale", exception.Message),
        BadHttpRequestException { StatusCode: 400 } bad => Problem(400, Unreadable.FieldsOf(bad)),
        BadHttpRequestException bad => new() { Status = bad.StatusCode },
        _ => new() { Status = 500 },
    };

    private static ProblemDetails Problem(int status, string code, string detail) =>
        new() { Status = status, Detail = detail, Extensions = { ["code"] = code } };

    private static ProblemDetails Problem(int status, IReadOnlyList<FieldProblem> fields)
    {
        var problem = new ProblemDetails { Status = status };
        if (fields.Count > 0) problem.Extensions["errors"] = fields;
        return problem;
    }

    private static ProblemDetails Invalid(ValidationException invalid)
    {
        var problem = Problem(400, [.. invalid.Errors.Select(e => new FieldProblem(FieldOf(e.PropertyName), e.ErrorCode, e.ErrorMessage))]);
        problem.Detail = "Some of what was sent is not valid; errors says what and why.";
        problem.Extensions["code"] = "input-invalid";
        return problem;
    }

    private static string FieldOf(string name) => string.Join('.', name.Split('.').Select(System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName));
}

/// <summary>What is wrong with one field of the input: its name as in the JSON, a stable code, and a sentence.</summary>
internal sealed record FieldProblem(string Field, string Code, string Message);
