namespace Mentorship.Domain.Matching.Packed;

/// <summary>
/// The sets of lived experiences that mentors name, and in which of them each word occurs: a wish is held against the sets that have one of
/// its words, and not against all, of which there may be thousands.
/// </summary>
internal sealed class ExperienceSets(int members)
{
    private readonly Classes<IReadOnlyList<string>> _sets = new(members, SameWords.It);
    private readonly Dictionary<string, List<int>> _with = new(StringComparer.Ordinal);

    /// <summary>The number of each member's set.</summary>
    public int[] Of => _sets.Of;

    public void Put(int member, IReadOnlyList<string> words)
    {
        var known = _sets.Count;
        string[] set = [.. words.Select(Key).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        _sets.Put(member, set);
        if (_sets.Count == known) return;
        foreach (var word in set)
        {
            if (!_with.TryGetValue(word, out var sets)) _with.Add(word, sets = []);
            sets.Add(known);
        }
    }

    /// <summary>How many of the words are in each set.</summary>
    public byte[] Shared(IReadOnlyList<string> wished)
    {
        var shared = new byte[_sets.Count];
        foreach (var word in wished.Select(Key).Distinct(StringComparer.Ordinal))
            foreach (var set in _with.GetValueOrDefault(word) ?? []) shared[set]++;
        return shared;
    }

    /// <summary>Words are the same whatever their case.</summary>
    private static string Key(string word) => word.ToUpperInvariant();
}
