using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace Mentorship.Api.Http;

/// <summary>The version in an If-Match header (RFC 9110, 13.1.1), null for <c>*</c>: 428 without the header, 412 when it is no version of ours.</summary>
public readonly record struct IfMatch(int? Version) : IEndpointParameterMetadataProvider
{
    public static ValueTask<IfMatch> BindAsync(HttpContext context)
    {
        var header = context.Request.Headers.IfMatch.ToString();
        if (header.Length == 0) throw new BadHttpRequestException("If-Match is needed.", StatusCodes.Status428PreconditionRequired);
        if (header == "*") return ValueTask.FromResult(new IfMatch(null));
        return EntityTagHeaderValue.TryParse(header, out var tag) && !tag.IsWeak && ETags.TryReadVersion(tag.Tag, out var version)
            ? ValueTask.FromResult(new IfMatch(version))
            : throw new BadHttpRequestException("If-Match holds no version.", StatusCodes.Status412PreconditionFailed);
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder)
    {
        builder.Metadata.Add(new NeedsVersion());
        foreach (var status in (int[])[StatusCodes.Status412PreconditionFailed, StatusCodes.Status428PreconditionRequired])
            builder.Metadata.Add(new ProducesResponseTypeMetadata(status, typeof(ProblemDetails), ["application/problem+json"]));
    }
}

/// <summary>On an endpoint that edits: the version must be named in If-Match.</summary>
internal sealed record NeedsVersion;
