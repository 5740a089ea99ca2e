using System.Runtime.CompilerServices;

namespace Mentorship.Domain.Matching.Solving;

/// <summary>
/// The pairs of each row with the greatest fit first, then the lowest column; a pair is one word, so that a row is read in one sweep and
/// left as soon as no later pair can matter.
/// </summary>
internal sealed class SortedRows
{
    private const int ColumnBits = 22; // AllotmentProblem.LargestSide
    private const uint ColumnMask = (1u << ColumnBits) - 1;
    private const int CountingPays = 400;

    private readonly int[] _start;
    private readonly uint[] _pairs;

    private SortedRows(int[] start) => (_start, _pairs) = (start, new uint[start[^1]]);

    public int Count => _start.Length - 1;

    public long Pairs => _pairs.Length;

    public ReadOnlySpan<uint> this[int row] => _pairs.AsSpan(_start[row].._start[row + 1]);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int ColumnOf(uint pair) => (int)(pair & ColumnMask);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int FitOf(uint pair) => AllotmentProblem.BestFit - (int)(pair >> ColumnBits);

    /// <summary>Newcomers as rows and mentors as columns, of those that are <paramref name="included"/> (in this order).</summary>
    public static SortedRows OfNewcomers(AllotmentProblem problem, (bool[] Newcomers, bool[] Mentors) included, Pace pace)
    {
        var start = new int[problem.Newcomers + 1];
        for (var row = 0; row < problem.Newcomers; row++)
        {
            start[row + 1] = start[row];
            if (!included.Newcomers[row]) continue;
            foreach (var mentor in problem.MentorsOf(row)) start[row + 1] += included.Mentors[mentor] ? 1 : 0;
        }
        var rows = new SortedRows(start);
        for (var row = 0; row < problem.Newcomers; row++)
        {
            pace.Check();
            if (!included.Newcomers[row]) continue;
            var mentors = problem.MentorsOf(row);
            var fits = problem.FitsOf(row);
            var at = start[row];
            for (var pair = 0; pair < mentors.Length; pair++)
                if (included.Mentors[mentors[pair]]) rows._pairs[at++] = Word(fits[pair], mentors[pair]);
        }
        rows.Sort(pace);
        return rows;
    }

    /// <summary>Mentors as rows and newcomers as columns.</summary>
    public static SortedRows OfMentors(AllotmentProblem problem, (bool[] Newcomers, bool[] Mentors) included, Pace pace)
    {
        var start = new int[problem.Mentors + 1];
        for (var newcomer = 0; newcomer < problem.Newcomers; newcomer++)
            if (included.Newcomers[newcomer])
                foreach (var mentor in problem.MentorsOf(newcomer)) start[mentor + 1] += included.Mentors[mentor] ? 1 : 0;
        for (var row = 0; row < problem.Mentors; row++) start[row + 1] += start[row];
        var (rows, at) = (new SortedRows(start), start.ToArray());
        for (var newcomer = 0; newcomer < problem.Newcomers; newcomer++)
        {
            if (!included.Newcomers[newcomer]) continue;
            var mentors = problem.MentorsOf(newcomer);
            var fits = problem.FitsOf(newcomer);
            for (var pair = 0; pair < mentors.Length; pair++)
                if (included.Mentors[mentors[pair]]) rows._pairs[at[mentors[pair]]++] = Word(fits[pair], newcomer);
        }
        rows.Sort(pace);
        return rows;
    }

    private static uint Word(int fit, int column) => (uint)(AllotmentProblem.BestFit - fit) << ColumnBits | (uint)column;

    private void Sort(Pace pace)
    {
        var byCounting = new CountingSort();
        for (var row = 0; row < Count; row++)
        {
            pace.Check();
            var pairs = _pairs.AsSpan(_start[row].._start[row + 1]);
            if (pairs.Length < CountingPays || !IsByColumn(pairs)) pairs.Sort();
            else byCounting.Sort(pairs, []);
        }
    }

    /// <summary>Sorts each row again, by fit less the price of the column, the greatest first.</summary>
    public void SortAt(ReadOnlySpan<int> price)
    {
        var byCounting = new CountingSort();
        for (var row = 0; row < Count; row++) byCounting.Sort(_pairs.AsSpan(_start[row].._start[row + 1]), price);
    }

    private static bool IsByColumn(ReadOnlySpan<uint> pairs)
    {
        for (var at = 1; at < pairs.Length; at++)
            if ((pairs[at] & ColumnMask) < (pairs[at - 1] & ColumnMask)) return false;
        return true;
    }
}
