namespace Mentorship.Domain.Matching.Solving;

/// <summary>
/// Who may be brought together with whom and how well they suit, as numbers alone: newcomers 0 to n - 1 in order of longest wait, mentors
/// 0 to m - 1, and the pairs that may be made in compressed rows, with a fit of 0 to 1000 thousandths.
/// </summary>
public sealed class AllotmentProblem
{
    /// <summary>Most newcomers, and most mentors.</summary>
    public const int LargestSide = 1 << 22;

    public const int BestFit = 1000;

    public const int MostSpread = 1000;

    private readonly int[] _start, _mentor, _fit, _places, _held;

    /// <param name="start">Where the pairs of each newcomer start, and at last where they end: one more than there are newcomers.</param>
    /// <param name="mentor">The mentor of each pair, at most once for one newcomer, in any order.</param>
    /// <param name="fit">The fit of each pair in thousandths.</param>
    /// <param name="places">Free places of each mentor.</param>
    /// <param name="held">How many newcomers each mentor has already.</param>
    /// <param name="spread">W: a mentor's k-th newcomer, those held counted, costs W · (k - 1) thousandths; 0 to 1000.</param>
    /// <exception cref="ArgumentException">Lengths do not agree, a number is out of its range, or a pair is there twice.</exception>
    /// <remarks>
    /// The arrays are kept, not copied, and must not be changed afterwards. Who is pinned to a mentor is left out, with the place and
    /// counted as held; a forbidden pair is left out.
    /// </remarks>
    public AllotmentProblem(int[] start, int[] mentor, int[] fit, int[] places, int[] held, int spread)
    {
        (_start, _mentor, _fit, _places, _held, Spread) = (start, mentor, fit, places, held, spread);
        ProblemLimits.Check(start, mentor, fit, places, held, spread);
    }

    public int Newcomers => _start.Length - 1;

    public int Mentors => _places.Length;

    public int Pairs => _mentor.Length;

    /// <summary>W, in thousandths.</summary>
    public int Spread { get; }

    public ReadOnlySpan<int> Places => _places;

    public ReadOnlySpan<int> Held => _held;

    public ReadOnlySpan<int> MentorsOf(int newcomer) => _mentor.AsSpan(_start[newcomer].._start[newcomer + 1]);

    /// <summary>In the order of <see cref="MentorsOf"/>.</summary>
    public ReadOnlySpan<int> FitsOf(int newcomer) => _fit.AsSpan(_start[newcomer].._start[newcomer + 1]);

    /// <summary>The fit of the pair, or null if it may not be made.</summary>
    public int? FitOf(int newcomer, int mentor) =>
        MentorsOf(newcomer).IndexOf(mentor) is var at and >= 0 ? FitsOf(newcomer)[at] : null;

    /// <summary>What one more newcomer costs a mentor who takes <paramref name="taken"/> here, in thousandths.</summary>
    public long CostOfNext(int mentor, int taken) => (long)Spread * (_held[mentor] + taken);

    /// <summary>What each person served counts under most-people: more than all fit and all cost of uneven load can make up for.</summary>
    internal long Reward
    {
        get
        {
            var dearest = 0L;
            for (var mentor = 0; mentor < Mentors; mentor++)
                dearest = Math.Max(dearest, CostOfNext(mentor, Math.Min(Places[mentor], Newcomers)));
            return 1 + (Newcomers + 1) * (4L * BestFit + dearest);
        }
    }
}
