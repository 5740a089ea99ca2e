namespace Mentorship.Api.Http;

/// <summary>JSON is UTF-8 (RFC 8259, 8.1): 415 for a body that names another encoding, or one that nobody knows.</summary>
internal static class JsonCharset
{
    public static Task Require(HttpContext context, RequestDelegate next)
    {
        if (!context.Request.HasJsonContentType() || context.Request.GetTypedHeaders().ContentType is not { Charset.Length: > 0 } type) return next(context);
        if (!type.Charset.ToString().Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase))
            throw new BadHttpRequestException("JSON is UTF-8.", StatusCodes.Status415UnsupportedMediaType);
        context.Request.ContentType = type.MediaType.ToString(); // the framework does not read a name in quotes
        return next(context);
    }
}
