using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Mentorship.Api.Http;

internal static partial class ETags
{
    /// <summary>Answers with the body and its entity tag; 304 without a body when If-None-Match holds that tag.</summary>
    public static VersionedOk<T> WithETag<T>(this T body, int version) => new(body, version);

    /// <summary>The version of a tag as we write it, <c>"3.1f0c2e4d5a6b"</c>, or of <c>"3"</c>, as lists name it; anything more or less is none.</summary>
    public static bool TryReadVersion(Microsoft.Extensions.Primitives.StringSegment tag, out int version)
    {
        version = 0;
        return Ours().Match(tag.ToString()) is { Success: true } ours
            && int.TryParse(ours.Groups["version"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out version);
    }

    [GeneratedRegex("""\A"(?<version>0|[1-9][0-9]{0,9})(?:\.[0-9a-f]{12})?"\z""")]
    private static partial Regex Ours();
}

/// <summary>
/// A body with its entity tag: the version of what can be edited, which is all that If-Match looks at, and a digest of the body, because
/// what somebody is shown can change without it (the other's display name).
/// </summary>
internal sealed class VersionedOk<T>(T body, int version) : IResult, IEndpointMetadataProvider
{
    public async Task ExecuteAsync(HttpContext context)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(body, context.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions);
        var digest = Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 6));
        var tag = new EntityTagHeaderValue($"\"{version.ToString(CultureInfo.InvariantCulture)}.{digest}\"");
        context.Response.GetTypedHeaders().ETag = tag;
        if (context.Request.GetTypedHeaders().IfNoneMatch.Any(t => t.Compare(tag, useStrongComparison: false) || t == EntityTagHeaderValue.Any))
            context.Response.StatusCode = StatusCodes.Status304NotModified;
        else
            await Results.Bytes(bytes, "application/json; charset=utf-8").ExecuteAsync(context);
    }

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder)
    {
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(T), ["application/json"]));
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status304NotModified));
        builder.Metadata.Add(new AnswersWithETag());
    }
}

/// <summary>On an endpoint whose answer has an entity tag.</summary>
internal sealed record AnswersWithETag;
