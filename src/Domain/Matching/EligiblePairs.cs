using System.Buffers;
using Mentorship.Domain.Matching.Packed;

namespace Mentorship.Domain.Matching;

/// <summary>
/// Every pair that an allotment may make, in compressed rows: those of request i stand from Start[i] up to Start[i + 1], by the mentor's
/// place on the board, each with its fit in thousandths.
/// </summary>
internal sealed record EligiblePairs(IReadOnlyList<Ask> Asks, int[] Start, int[] Mentor, int[] Fit)
{
    /// <summary>A pair is one word until all are known: the fit in the low bits, the mentor in the others.</summary>
    private const int FitBits = 10, FitMask = (1 << FitBits) - 1;

    /// <param name="forbidden">The mentors whom no request of that id is brought together with.</param>
    public static EligiblePairs Of(
        MatchingBoard board, IReadOnlyList<Ask> asks, ILookup<RequestId, MemberId> forbidden,
        Action<int> done, CancellationToken cancellation)
    {
        var all = board.Packed;
        return Flat(asks, ParallelRows.Of(asks.Count, row => RowOf(board, all.Of(asks[row]), forbidden), done, cancellation));
    }

    public ReadOnlySpan<int> MentorsOf(int row) => Mentor.AsSpan(Start[row]..Start[row + 1]);

    private static EligiblePairs Flat(IReadOnlyList<Ask> asks, uint[][] rows)
    {
        var start = new int[rows.Length + 1];
        for (var row = 0; row < rows.Length; row++) start[row + 1] = checked(start[row] + rows[row].Length);
        var (mentor, fit) = (new int[start[^1]], new int[start[^1]]);
        for (var row = 0; row < rows.Length; row++)
            for (var at = 0; at < rows[row].Length; at++)
                (mentor[start[row] + at], fit[start[row] + at]) = ((int)(rows[row][at] >> FitBits), (int)(rows[row][at] & FitMask));
        return new(asks, start, mentor, fit);
    }

    private static uint[] RowOf(MatchingBoard board, PackedAsk packed, ILookup<RequestId, MemberId> forbidden)
    {
        var (ready, count, barred) = (packed.Field.Ready, 0, forbidden[packed.Ask.Request.Id].ToHashSet());
        var row = ArrayPool<uint>.Shared.Rent(ready.Length);
        foreach (var mentor in ready)
            if (packed.Judge(mentor) is { MayBeProposedUnasked: true } verdict
                && (barred.Count == 0 || !barred.Contains(board.Mentors[mentor].Id)))
                row[count++] = (uint)mentor << FitBits | (uint)verdict.Fit;
        var found = row.AsSpan(0, count).ToArray();
        ArrayPool<uint>.Shared.Return(row);
        return found;
    }
}
