namespace Mentorship.Domain.Matching.Packed;

/// <summary>
/// Numbers the distinct values of one trait, so that a newcomer is held against each value once and against each mentor by a look-up.
/// </summary>
internal sealed class Classes<T>(int members, IEqualityComparer<T>? comparer = null) where T : notnull
{
    private readonly Dictionary<T, int> _numbers = new(comparer);
    private readonly List<T> _values = [];

    /// <summary>The number of each member's value.</summary>
    public int[] Of { get; } = new int[members];

    public IReadOnlyList<T> Values => _values;

    public int Count => _values.Count;

    public void Put(int member, T value)
    {
        if (!_numbers.TryGetValue(value, out var number))
        {
            _numbers.Add(value, number = _values.Count);
            _values.Add(value);
        }
        Of[member] = number;
    }

    /// <summary>What <paramref name="judge"/> says of each value.</summary>
    public TResult[] Table<TResult>(Func<T, TResult> judge)
    {
        var table = new TResult[_values.Count];
        for (var number = 0; number < table.Length; number++) table[number] = judge(_values[number]);
        return table;
    }
}
