namespace Mentorship.Domain.Matching.Solving;

/// <summary>Sorts the pairs of a row by what fit they lack and the price of their column; the same pairs always in the same order.</summary>
internal sealed class CountingSort
{
    private const int PerPair = 4;

    private uint[] _spare = [];
    private int[] _lacks = [], _counts = [];
    private long[] _keys = [];

    /// <param name="price">Of each column; empty where none has one.</param>
    public void Sort(Span<uint> pairs, ReadOnlySpan<int> price)
    {
        if (_spare.Length < pairs.Length) (_spare, _lacks, _keys) = (new uint[pairs.Length], new int[pairs.Length], new long[pairs.Length]);
        var most = 0;
        for (var at = 0; at < pairs.Length; at++)
        {
            var lacks = AllotmentProblem.BestFit - SortedRows.FitOf(pairs[at]);
            if (!price.IsEmpty) lacks += price[SortedRows.ColumnOf(pairs[at])];
            most = Math.Max(most, _lacks[at] = lacks);
        }
        if (most <= PerPair * pairs.Length) Count(pairs, most);
        else Compare(pairs);
    }

    private void Count(Span<uint> pairs, int most)
    {
        if (_counts.Length < most + 2) _counts = new int[most + 2];
        var counts = _counts.AsSpan(0, most + 2);
        var lacks = _lacks.AsSpan(0, pairs.Length);
        var spare = _spare;
        counts.Clear();
        foreach (var lack in lacks) counts[lack + 1]++;
        for (var at = 1; at < counts.Length; at++) counts[at] += counts[at - 1];
        for (var at = 0; at < pairs.Length; at++) spare[counts[lacks[at]]++] = pairs[at];
        spare.AsSpan(0, pairs.Length).CopyTo(pairs);
    }

    /// <summary>A few pairs at prices far apart.</summary>
    private void Compare(Span<uint> pairs)
    {
        for (var at = 0; at < pairs.Length; at++) _keys[at] = (long)_lacks[at] << 32 | pairs[at];
        _keys.AsSpan(0, pairs.Length).Sort();
        for (var at = 0; at < pairs.Length; at++) pairs[at] = (uint)_keys[at];
    }
}
