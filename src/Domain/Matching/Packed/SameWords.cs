namespace Mentorship.Domain.Matching.Packed;

/// <summary>Lists are the same when they have the same words in the same order.</summary>
internal sealed class SameWords : IEqualityComparer<IReadOnlyList<string>>
{
    public static readonly SameWords It = new();

    public bool Equals(IReadOnlyList<string>? one, IReadOnlyList<string>? other) =>
        ReferenceEquals(one, other) || one is not null && other is not null && one.SequenceEqual(other, StringComparer.Ordinal);

    public int GetHashCode(IReadOnlyList<string> words)
    {
        var hash = new HashCode();
        for (var at = 0; at < words.Count; at++) hash.Add(words[at], StringComparer.Ordinal);
        return hash.ToHashCode();
    }
}
