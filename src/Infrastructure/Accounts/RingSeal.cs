using System.Security.Cryptography;
using System.Text;
using Mentorship.Domain;
using Mentorship.Infrastructure.Protection;

namespace Mentorship.Infrastructure.Accounts;

/// <summary>
/// Seals what belongs to no member, under a key derived from the current master key for one use: a version byte, the master key's id
/// after its length, an AES-256-GCM box; all before the box and the row's id are its associated data. Any key of the ring opens.
/// </summary>
internal sealed class RingSeal(MasterKeys masterKeys)
{
    private const byte Version = 1;

    public Sealed Seal(string use, Guid row, string text)
    {
        var id = Encoding.ASCII.GetBytes(masterKeys.Current.Id);
        byte[] header = [Version, (byte)id.Length, .. id];
        var box = Aead.Seal(KeyOf(masterKeys.Current, use), Associated(header, row), Encoding.UTF8.GetBytes(text));
        return new Sealed((byte[])[.. header, .. box]);
    }

    /// <summary>
    /// Throws <see cref="CryptographicException"/> for a value of another use or row, a changed one, or a master key not in the ring.
    /// </summary>
    public string Open(string use, Guid row, Sealed value)
    {
        var bytes = value.Bytes.Span;
        if (bytes.Length < 2 || bytes[0] != Version || bytes.Length < 2 + bytes[1])
            throw new CryptographicException("A sealed value has an unknown version or is too short.");
        var header = bytes[..(2 + bytes[1])];
        var id = Encoding.ASCII.GetString(header[2..]);
        var key = masterKeys.All.FirstOrDefault(k => k.Id == id)
            ?? throw new CryptographicException("The master key of a sealed value is not in the ring.");
        return Encoding.UTF8.GetString(Aead.Open(KeyOf(key, use), Associated(header, row), bytes[header.Length..]));
    }

    /// <summary>Whether it is sealed under the current master key.</summary>
    public bool IsCurrent(Sealed value)
    {
        var id = Encoding.ASCII.GetBytes(masterKeys.Current.Id);
        return value.Bytes.Span.StartsWith((byte[])[Version, (byte)id.Length, .. id]);
    }

    private static byte[] Associated(ReadOnlySpan<byte> header, Guid row) => [.. header, .. row.ToByteArray(bigEndian: true)];

    private static byte[] KeyOf(MasterKey key, string use) => key.DerivedFor($"ring/{use}");
}
