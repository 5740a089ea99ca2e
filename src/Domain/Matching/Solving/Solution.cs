namespace Mentorship.Domain.Matching.Solving;

/// <summary>An allotment in numbers: the mentor of each newcomer or -1, what it reaches, and the prices that prove it.</summary>
/// <param name="Mentor">The mentor of each newcomer, or -1.</param>
/// <param name="TotalFit">Sum of the fits, in thousandths.</param>
/// <param name="SpreadCost">Sum of the costs of uneven load, in thousandths, not taken off the total fit.</param>
/// <param name="Prices">Of every objective but stable.</param>
public sealed record Solution(int[] Mentor, long TotalFit, long SpreadCost, Prices? Prices)
{
    /// <summary>How many newcomers are served.</summary>
    public int People => Mentor.Count(mentor => mentor >= 0);

    internal static Solution Of(AllotmentProblem problem, int[] mentorOf, Prices? prices)
    {
        var (fit, cost, taken) = (0L, 0L, new int[problem.Mentors]);
        for (var newcomer = 0; newcomer < mentorOf.Length; newcomer++)
        {
            if (mentorOf[newcomer] is not (>= 0 and var mentor)) continue;
            fit += problem.FitOf(newcomer, mentor)!.Value;
            cost += problem.CostOfNext(mentor, taken[mentor]++);
        }
        return new(mentorOf, fit, cost, prices);
    }
}
