using System.Security.Cryptography;
using System.Text;

namespace Mentorship.Infrastructure.Notices.Webhook;

/// <summary>
/// Standard Webhooks 1.0: <c>v1,</c> and the base64 of HMAC-SHA-256 of id, time in seconds and body with dots between, under the secret,
/// whose text is <c>whsec_</c> and base64.
/// </summary>
internal static class WebhookSignature
{
    private const string Prefix = "whsec_";

    public static string NewSecret() => Prefix + Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    public static string Of(string secret, string id, long timestamp, string body)
    {
        var key = Convert.FromBase64String(secret[Prefix.Length..]);
        return $"v1,{Convert.ToBase64String(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{id}.{timestamp}.{body}")))}";
    }
}
