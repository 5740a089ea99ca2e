namespace Mentorship.Domain;

/// <summary>An encrypted text at rest; only a vault that holds its owner's key can open it. Two are equal when their bytes are.</summary>
public readonly record struct Sealed(ReadOnlyMemory<byte> Bytes)
{
    public bool Equals(Sealed other) => Bytes.Span.SequenceEqual(other.Bytes.Span);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.AddBytes(Bytes.Span);
        return hash.ToHashCode();
    }

    public override string ToString() => "(sealed)";
}
