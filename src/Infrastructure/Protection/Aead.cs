using System.Security.Cryptography;

namespace Mentorship.Infrastructure.Protection;

/// <summary>AES-256-GCM (NIST SP 800-38D) with a random 96-bit nonce; a box is nonce, ciphertext, 128-bit tag.</summary>
internal static class Aead
{
    public const int NonceSize = 12;
    public const int TagSize = 16;
    public const int Overhead = NonceSize + TagSize;

    public static byte[] Seal(ReadOnlySpan<byte> key, ReadOnlySpan<byte> associated, ReadOnlySpan<byte> plain)
    {
        var box = new byte[Overhead + plain.Length];
        var nonce = box.AsSpan(0, NonceSize);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(key, TagSize);
        aes.Encrypt(nonce, plain, box.AsSpan(NonceSize, plain.Length), box.AsSpan(NonceSize + plain.Length), associated);
        return box;
    }

    /// <summary>Throws <see cref="CryptographicException"/> when the key, the associated data or any byte of the box is another.</summary>
    public static byte[] Open(ReadOnlySpan<byte> key, ReadOnlySpan<byte> associated, ReadOnlySpan<byte> box)
    {
        if (box.Length < Overhead)
            throw new CryptographicException("An encrypted value is too short.");
        var plain = new byte[box.Length - Overhead];
        using var aes = new AesGcm(key, TagSize);
        aes.Decrypt(box[..NonceSize], box[NonceSize..^TagSize], box[^TagSize..], plain, associated);
        return plain;
    }
}
