using System.Globalization;
using Microsoft.Net.Http.Headers;

namespace Mentorship.Api.Http;

/// <summary>The version in an If-Match header (RFC 9110, 13.1.1): 428 without one, 412 when it is no version of ours.</summary>
public readonly record struct IfMatch(int? Version)
{
    public static ValueTask<IfMatch> BindAsync(HttpContext context)
    {
        var header = context.Request.Headers.IfMatch.ToString();
        if (header.Length == 0) throw new BadHttpRequestException("If-Match is needed.", StatusCodes.Status428PreconditionRequired);
        if (header == "*") return ValueTask.FromResult(new IfMatch(null));
        return EntityTagHeaderValue.TryParse(header, out var tag) && int.TryParse(tag.Tag.AsSpan().Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? ValueTask.FromResult(new IfMatch(version))
            : throw new BadHttpRequestException("If-Match holds no version.", StatusCodes.Status412PreconditionFailed);
    }
}

internal static class ETags
{
    /// <summary>Answers with the body and its version as an entity tag.</summary>
    public static IResult WithETag<T>(this T body, int version, HttpContext context)
    {
        context.Response.Headers.ETag = $"\"{version.ToString(CultureInfo.InvariantCulture)}\"";
        return Results.Ok(body);
    }
}
