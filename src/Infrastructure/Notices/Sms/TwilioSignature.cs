using System.Security.Cryptography;
using System.Text;

namespace Mentorship.Infrastructure.Notices.Sms;

/// <summary>
/// <c>X-Twilio-Signature</c>: base64 of HMAC-SHA-1, under the account's token, of the address and after it each field of the form with its
/// value, the fields in the order of their bytes.
/// </summary>
internal static class TwilioSignature
{
    public static string Of(string token, Uri address, IEnumerable<KeyValuePair<string, string>> fields) =>
        Convert.ToBase64String(Bytes(token, address, fields));

    /// <summary>In constant time; false for what is no base64.</summary>
    public static bool Matches(string? signature, string token, Uri address, IEnumerable<KeyValuePair<string, string>> fields)
    {
        var given = new byte[HMACSHA1.HashSizeInBytes];
        return signature is not null && Convert.TryFromBase64String(signature, given, out var length) && length == given.Length
            && CryptographicOperations.FixedTimeEquals(given, Bytes(token, address, fields));
    }

    private static byte[] Bytes(string token, Uri address, IEnumerable<KeyValuePair<string, string>> fields)
    {
        var signed = new StringBuilder(address.AbsoluteUri);
        foreach (var (name, value) in fields.OrderBy(f => f.Key, StringComparer.Ordinal)) signed.Append(name).Append(value);
        return HMACSHA1.HashData(Encoding.UTF8.GetBytes(token), Encoding.UTF8.GetBytes(signed.ToString()));
    }
}
