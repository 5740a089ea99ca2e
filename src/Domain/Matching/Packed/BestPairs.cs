namespace Mentorship.Domain.Matching.Packed;

/// <summary>
/// Pairs that may be proposed unasked, in compressed rows: a row for each newcomer, mentors by number, best fit first, equals by number.
/// </summary>
/// <param name="Start">Where each row begins, and after the last where it ends.</param>
/// <param name="Mentor">The mentor of each pair.</param>
/// <param name="Fit">The fit of each pair in thousandths.</param>
internal sealed record BestPairs(int[] Start, int[] Mentor, int[] Fit)
{
    public int Count => Mentor.Length;

    public int LengthOf(int row) => Start[row + 1] - Start[row];

    public static BestPairs Of((int Mentor, int Fit)[][] rows)
    {
        var start = new int[rows.Length + 1];
        for (var row = 0; row < rows.Length; row++) start[row + 1] = start[row] + rows[row].Length;
        var (mentor, fit) = (new int[start[^1]], new int[start[^1]]);
        for (var row = 0; row < rows.Length; row++)
            for (var at = 0; at < rows[row].Length; at++) (mentor[start[row] + at], fit[start[row] + at]) = rows[row][at];
        return new(start, mentor, fit);
    }
}
