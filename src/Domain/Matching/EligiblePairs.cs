using Mentorship.Domain.Matching.Packed;

namespace Mentorship.Domain.Matching;

/// <summary>
/// Every pair that an allotment may make, in compressed rows: those of request i stand from Start[i] up to Start[i + 1], by the mentor's
/// place on the board, each with its fit in thousandths.
/// </summary>
internal sealed record EligiblePairs(IReadOnlyList<Ask> Asks, int[] Start, int[] Mentor, int[] Fit)
{
    private const int Chunk = 64;

    /// <summary>Judged on all processors; the rows come out the same however many there are.</summary>
    public static EligiblePairs Of(
        MatchingBoard board, IReadOnlyList<Ask> asks, IReadOnlySet<Placement> forbidden, Action<int> done, CancellationToken cancellation)
    {
        var (all, start, mentor, fit) = (board.Packed, new int[asks.Count + 1], new List<int>(), new List<int>());
        for (var from = 0; from < asks.Count; from += Chunk)
        {
            var rows = new List<(int Mentor, int Fit)>[Math.Min(Chunk, asks.Count - from)];
            Parallel.For(0, rows.Length, new ParallelOptions { CancellationToken = cancellation }, row => rows[row] = RowOf(board, all.Of(asks[from + row]), forbidden));
            foreach (var (row, found) in rows.Index())
            {
                mentor.AddRange(found.Select(pair => pair.Mentor));
                fit.AddRange(found.Select(pair => pair.Fit));
                start[from + row + 1] = mentor.Count;
            }
            done(from + rows.Length);
        }
        return new(asks, start, [.. mentor], [.. fit]);
    }

    public ReadOnlySpan<int> MentorsOf(int row) => Mentor.AsSpan(Start[row]..Start[row + 1]);

    private static List<(int Mentor, int Fit)> RowOf(MatchingBoard board, PackedAsk packed, IReadOnlySet<Placement> forbidden)
    {
        var row = new List<(int, int)>();
        for (var mentor = 0; mentor < board.Mentors.Count; mentor++)
            if (packed.Judge(mentor) is { MayBeProposedUnasked: true } verdict && !forbidden.Contains(new(packed.Ask.Request.Id, board.Mentors[mentor].Id)))
                row.Add((mentor, verdict.Fit));
        return row;
    }
}
