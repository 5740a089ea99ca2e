using System.Buffers.Text;
using System.Security.Cryptography;

namespace Mentorship.Infrastructure.Protection;

/// <summary>
/// Signs what a public link carries: base64url (RFC 4648, section 5) of the payload and 16 bytes of its HMAC-SHA-256 under a key of the
/// purpose. A 32-byte payload gives 64 characters. A token does not expire: the row that it names decides.
/// </summary>
internal sealed class LinkSigner(MasterKeys masterKeys)
{
    private const int TagSize = 16;
    private const int LongestToken = 512;

    public string Sign(string purpose, ReadOnlySpan<byte> payload) =>
        Base64Url.EncodeToString([.. payload, .. Tag(masterKeys.Current, purpose, payload)]);

    /// <summary>False for anything but a token that <see cref="Sign"/> gave for this purpose, character for character.</summary>
    public bool TryOpen(string purpose, string? token, out byte[] payload)
    {
        payload = [];
        if (token is null || token.Length > LongestToken || !Base64Url.IsValid(token))
            return false;
        var bytes = Base64Url.DecodeFromChars(token).AsSpan();
        // Decoding forgives padding, white space and stray last bits; a link has one spelling.
        if (bytes.Length < TagSize || Base64Url.EncodeToString(bytes) != token)
            return false;
        if (!IsSigned(purpose, bytes[..^TagSize], bytes[^TagSize..]))
            return false;
        payload = bytes[..^TagSize].ToArray();
        return true;
    }

    private bool IsSigned(string purpose, ReadOnlySpan<byte> payload, ReadOnlySpan<byte> tag)
    {
        var signed = false;
        foreach (var key in masterKeys.All)
            signed |= CryptographicOperations.FixedTimeEquals(Tag(key, purpose, payload), tag);
        return signed;
    }

    private static ReadOnlySpan<byte> Tag(MasterKey key, string purpose, ReadOnlySpan<byte> payload) =>
        HMACSHA256.HashData(key.DerivedFor($"link/{purpose}"), payload).AsSpan(0, TagSize);
}
