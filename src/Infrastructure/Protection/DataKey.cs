using System.Security.Cryptography;

namespace Mentorship.Infrastructure.Protection;

/// <summary>The 256-bit key of one member's secrets; at rest only as a <see cref="WrappedKey"/>.</summary>
internal sealed class DataKey(Guid id, byte[] bytes)
{
    public const int Size = 32;

    public Guid Id { get; } = id;

    public ReadOnlySpan<byte> Bytes => bytes;

    public static DataKey New() => new(Guid.NewGuid(), RandomNumberGenerator.GetBytes(Size));

    public override string ToString() => "(data key)";
}
