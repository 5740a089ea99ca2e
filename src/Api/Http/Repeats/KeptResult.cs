namespace Mentorship.Api.Http.Repeats;

/// <summary>The answer that was given the first time.</summary>
internal sealed class KeptResult(int status, string? location, byte[]? body) : IResult
{
    public async Task ExecuteAsync(HttpContext context)
    {
        context.Response.StatusCode = status;
        if (location is not null) context.Response.Headers.Location = location;
        if (body is null) return;
        context.Response.ContentType = status < 400 ? "application/json; charset=utf-8" : "application/problem+json";
        await context.Response.Body.WriteAsync(body, context.RequestAborted);
    }
}
