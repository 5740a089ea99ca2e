using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Mentorship.Infrastructure.Accounts;

/// <summary>
/// A secret of 256 random bits, 43 characters of base64url (RFC 4648, section 5). Only the SHA-256 of its text is stored.
/// </summary>
internal readonly record struct OpaqueToken(string Text, byte[] Hash)
{
    private const int Bytes = 32, Length = 43;

    public static OpaqueToken New()
    {
        var text = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));
        return new(text, Sha256(text));
    }

    /// <summary>What to look up for a token that somebody sent; null when it cannot be one of ours.</summary>
    public static byte[]? HashOf(string? text) => text is { Length: Length } && Ascii.IsValid(text) ? Sha256(text) : null;

    /// <summary>A hash as the key of a dictionary.</summary>
    public static string KeyOf(byte[] hash) => Convert.ToBase64String(hash);

    // Of the text, not of the bytes behind it: the last character carries two unused bits, and a token has one spelling.
    private static byte[] Sha256(string text) => SHA256.HashData(Encoding.ASCII.GetBytes(text));

    public override string ToString() => "(token)";
}
