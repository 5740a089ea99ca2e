using System.Security.Cryptography;
using System.Text;
using Mentorship.Domain;

namespace Mentorship.Infrastructure.Protection;

/// <summary>
/// Seals and opens secret columns under a member's data key. A value is a version byte and an AES-256-GCM box; table, column, row and
/// key id are its associated data. Texts are padded to steps of 32 bytes, so that "yes" and "no" look alike.
/// </summary>
internal sealed class Vault
{
    private const byte Version = 1;
    private const int Step = 32;
    private const byte EndOfText = 0x80; // ISO/IEC 7816-4: this byte, then zeros

    public Sealed Seal(DataKey key, SealedPlace place, string text)
    {
        var box = Aead.Seal(key.Bytes, Associated(key, place), Pad(Encoding.UTF8.GetBytes(text)));
        return new Sealed((byte[])[Version, .. box]);
    }

    /// <summary>Throws <see cref="CryptographicException"/> for a value of another key or place, or a changed one.</summary>
    public string Open(DataKey key, SealedPlace place, Sealed value)
    {
        var bytes = value.Bytes.Span;
        if (bytes.IsEmpty || bytes[0] != Version)
            throw new CryptographicException("A sealed value has an unknown version.");
        var padded = Aead.Open(key.Bytes, Associated(key, place), bytes[1..]);
        return Encoding.UTF8.GetString(padded.AsSpan().TrimEnd((byte)0)[..^1]);
    }

    private static byte[] Pad(byte[] text)
    {
        var padded = new byte[(text.Length / Step + 1) * Step];
        text.CopyTo(padded, 0);
        padded[text.Length] = EndOfText;
        return padded;
    }

    private static byte[] Associated(DataKey key, SealedPlace place)
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes); // writes each string after its length: no two places give the same bytes
        writer.Write(Version);
        writer.Write(place.Table);
        writer.Write(place.Column);
        writer.Write(place.Row.ToByteArray(bigEndian: true));
        writer.Write(key.Id.ToByteArray(bigEndian: true));
        return bytes.ToArray();
    }
}
