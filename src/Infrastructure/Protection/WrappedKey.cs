namespace Mentorship.Infrastructure.Protection;

/// <summary>A data key as it is stored: encrypted under a master key. Two are equal when their bytes are.</summary>
internal readonly record struct WrappedKey(ReadOnlyMemory<byte> Bytes)
{
    public bool Equals(WrappedKey other) => Bytes.Span.SequenceEqual(other.Bytes.Span);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.AddBytes(Bytes.Span);
        return hash.ToHashCode();
    }

    public override string ToString() => "(wrapped key)";
}
