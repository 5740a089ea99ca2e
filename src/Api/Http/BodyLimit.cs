using Microsoft.AspNetCore.Http.Metadata;

namespace Mentorship.Api.Http;

/// <summary>
/// How many bytes a body may have: one megabyte, unless its endpoint takes more. The server counts a body that comes in pieces;
/// one that says its length is refused before it is read.
/// </summary>
internal static class BodyLimit
{
    public const long Json = 1_000_000;

    public static Task Keep(HttpContext context, RequestDelegate next)
    {
        var most = context.GetEndpoint()?.Metadata.GetMetadata<IRequestSizeLimitMetadata>()?.MaxRequestBodySize ?? Json;
        return context.Request.ContentLength > most
            ? throw new BadHttpRequestException("The body is too large.", StatusCodes.Status413PayloadTooLarge)
            : next(context);
    }

    /// <summary>Lets an endpoint take up to <paramref name="most"/> bytes.</summary>
    public static TBuilder TakesUpTo<TBuilder>(this TBuilder builder, long most) where TBuilder : IEndpointConventionBuilder =>
        builder.WithMetadata(new Limit(most));

    private sealed record Limit(long? MaxRequestBodySize) : IRequestSizeLimitMetadata;
}
