using Mentorship.Domain.Matching;
using Mentorship.Domain.Matching.Solving;

namespace Mentorship.Benchmarks;

/// <summary>What simpler ways reach, in people and total fit.</summary>
internal static class AllotBaselines
{
    /// <summary>The best pair of all first, then the best of those that are left.</summary>
    public static (int People, long Fit) BestPairFirst(AllotmentProblem problem)
    {
        var byFit = new List<(int, int)>[AllotmentProblem.BestFit + 1];
        for (var newcomer = 0; newcomer < problem.Newcomers; newcomer++)
            for (var at = 0; at < problem.MentorsOf(newcomer).Length; at++)
                (byFit[problem.FitsOf(newcomer)[at]] ??= []).Add((newcomer, problem.MentorsOf(newcomer)[at]));
        return Take(problem, byFit.Index().Reverse().SelectMany(pairs =>
            (pairs.Item ?? []).Select(pair => (pair.Item1, pair.Item2, pairs.Index))));
    }

    /// <summary>Who waited longest first, each with the best mentor that is left.</summary>
    public static (int People, long Fit) FirstCome(AllotmentProblem problem) =>
        Take(problem, Enumerable.Range(0, problem.Newcomers).SelectMany(newcomer => problem.MentorsOf(newcomer).ToArray()
            .Zip(problem.FitsOf(newcomer).ToArray(), (mentor, fit) => (newcomer, mentor, fit))
            .OrderByDescending(pair => pair.fit)));

    public static (int People, long Fit) Stable(AllotmentProblem problem) => Of(Solver.Solve(problem, Objective.Stable));

    public static (int People, long Fit) Of(Solution solution) => (solution.People, solution.TotalFit);

    private static (int, long) Take(AllotmentProblem problem, IEnumerable<(int Newcomer, int Mentor, int Fit)> pairs)
    {
        var (left, served, people, total) = (problem.Places.ToArray(), new bool[problem.Newcomers], 0, 0L);
        foreach (var (newcomer, mentor, fit) in pairs)
        {
            if (served[newcomer] || left[mentor] == 0) continue;
            (served[newcomer], left[mentor], people, total) = (true, left[mentor] - 1, people + 1, total + fit);
        }
        return (people, total);
    }
}
