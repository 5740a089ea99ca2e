using System.Security.Cryptography;
using System.Text;

namespace Mentorship.Infrastructure.Protection;

/// <summary>
/// The ring of master keys: the first one wraps, each one unwraps. A wrapped key is a version byte, the master key's id after its
/// length, the data key's id and an AES-256-GCM box; all before the box and the member are its associated data.
/// </summary>
internal sealed class MasterKeys(IReadOnlyList<MasterKey> keys)
{
    private const byte Version = 1;
    private const int GuidSize = 16;
    private const string Use = "wrap";

    public MasterKey Current { get; } = keys[0];

    public IReadOnlyList<MasterKey> All => keys;

    public WrappedKey Wrap(DataKey key, Guid memberId)
    {
        var master = Encoding.ASCII.GetBytes(Current.Id);
        byte[] header = [Version, (byte)master.Length, .. master, .. key.Id.ToByteArray(bigEndian: true)];
        return new WrappedKey((byte[])[.. header, .. Aead.Seal(Current.DerivedFor(Use), Associated(header, memberId), key.Bytes)]);
    }

    /// <summary>Throws <see cref="CryptographicException"/> for another member's key, a changed one, or an absent master key.</summary>
    public DataKey Unwrap(WrappedKey wrapped, Guid memberId)
    {
        var (master, headerSize) = HeaderOf(wrapped);
        var header = wrapped.Bytes.Span[..headerSize];
        var box = wrapped.Bytes.Span[headerSize..];
        var key = keys.FirstOrDefault(key => key.Id == master)
            ?? throw new CryptographicException("The master key of a wrapped key is not in the ring.");
        return new DataKey(
            new Guid(header[^GuidSize..], bigEndian: true), Aead.Open(key.DerivedFor(Use), Associated(header, memberId), box));
    }

    /// <summary>Whether a key is wrapped by another master key than the current one, which then cannot leave the ring yet.</summary>
    public bool NeedsRewrap(WrappedKey wrapped) => HeaderOf(wrapped).MasterKeyId != Current.Id;

    public WrappedKey Rewrap(WrappedKey wrapped, Guid memberId) => Wrap(Unwrap(wrapped, memberId), memberId);

    private static (string MasterKeyId, int HeaderSize) HeaderOf(WrappedKey wrapped)
    {
        var bytes = wrapped.Bytes.Span;
        if (bytes.Length < 2 || bytes[0] != Version || bytes.Length < 2 + bytes[1] + GuidSize)
            throw new CryptographicException("A wrapped key has an unknown version or is too short.");
        return (Encoding.ASCII.GetString(bytes.Slice(2, bytes[1])), 2 + bytes[1] + GuidSize);
    }

    private static byte[] Associated(ReadOnlySpan<byte> header, Guid memberId) => [.. header, .. memberId.ToByteArray(bigEndian: true)];
}
