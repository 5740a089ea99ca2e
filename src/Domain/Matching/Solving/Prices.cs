namespace Mentorship.Domain.Matching.Solving;

/// <summary>
/// Dual prices in thousandths: what serving each newcomer, and one more place of each mentor, is worth to the whole. <c>Reward</c> is what
/// each person served counts besides the fit, 0 unless people come first.
/// </summary>
public sealed record Prices(long[] Newcomers, long[] Mentors, long Reward)
{
    /// <summary>The problem with those pairs alone that are as good as any for both, at these prices.</summary>
    internal AllotmentProblem LevelPairs(AllotmentProblem problem)
    {
        List<int> start = [0], level = [], fit = [];
        for (var newcomer = 0; newcomer < problem.Newcomers; newcomer++)
        {
            var mentors = problem.MentorsOf(newcomer);
            var fits = problem.FitsOf(newcomer);
            for (var at = 0; at < mentors.Length; at++)
            {
                if (Newcomers[newcomer] + Mentors[mentors[at]] != fits[at] + Reward) continue;
                level.Add(mentors[at]);
                fit.Add(fits[at]);
            }
            start.Add(level.Count);
        }
        return new([.. start], [.. level], [.. fit], problem.Places.ToArray(), problem.Held.ToArray(), problem.Spread);
    }
}
