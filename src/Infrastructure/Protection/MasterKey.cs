using System.Security.Cryptography;
using System.Text;

namespace Mentorship.Infrastructure.Protection;

/// <summary>A 256-bit key of the ring. Each use has a key of its own, derived from it by HKDF-SHA-256 (RFC 5869).</summary>
internal sealed class MasterKey(string id, byte[] secret)
{
    public const int Size = 32;

    public string Id { get; } = id;

    public static MasterKey New(string id) => new(id, RandomNumberGenerator.GetBytes(Size));

    public byte[] DerivedFor(string use) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, Size, salt: null, Encoding.UTF8.GetBytes($"mentorship/{use}"));

    public override string ToString() => "(master key)";
}
