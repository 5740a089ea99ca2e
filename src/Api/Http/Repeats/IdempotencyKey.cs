using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using FluentValidation;
using FluentValidation.Results;
using Microsoft.AspNetCore.Http.Metadata;

namespace Mentorship.Api.Http.Repeats;

/// <summary>What the client calls one attempt, whatever number of times it is sent: 1 to 200 visible characters.</summary>
internal sealed record IdempotencyKey(byte[] Digest, byte[] Request)
{
    public const string Header = "Idempotency-Key";

    public static IdempotencyKey? Of(EndpointFilterInvocationContext context, JsonSerializerOptions json)
    {
        var text = context.HttpContext.Request.Headers[Header].ToString();
        if (text.Length == 0) return null;
        if (text.Length > 200 || !text.All(c => c is > ' ' and < '\u007f')) throw Invalid();
        var key = Encoding.ASCII.GetBytes(text);
        // Under the key, which is not stored: what was sent cannot be guessed from the digest.
        return new(SHA256.HashData(key), HMACSHA256.HashData(key, Meaning(context, json)));
    }

    /// <summary>Method, address and the body as it was understood.</summary>
    private static byte[] Meaning(EndpointFilterInvocationContext context, JsonSerializerOptions json)
    {
        var http = context.HttpContext;
        var bodyType = http.GetEndpoint()?.Metadata.GetMetadata<IAcceptsMetadata>()?.RequestType;
        var body = bodyType is null ? null : context.Arguments.FirstOrDefault(a => a?.GetType() == bodyType);
        return [.. Encoding.UTF8.GetBytes($"{http.Request.Method} {http.Request.Path}{http.Request.QueryString}\n"), .. JsonSerializer.SerializeToUtf8Bytes(body, json)];
    }

    private static ValidationException Invalid() =>
        new([new ValidationFailure("idempotency-key", "Use 1 to 200 visible characters, such as a UUID.") { ErrorCode = "idempotency-key-invalid" }]);
}
