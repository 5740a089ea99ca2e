namespace Mentorship.Domain.Matching.Solving;

/// <summary>What must be true of an allotment before anything is said of how good it is.</summary>
internal static class AllotmentFacts
{
    public static bool AreKept(AllotmentProblem problem, int[] mentorOf)
    {
        if (mentorOf.Length != problem.Newcomers) return false;
        var left = problem.Places.ToArray();
        for (var newcomer = 0; newcomer < mentorOf.Length; newcomer++)
        {
            var mentor = mentorOf[newcomer];
            if (mentor != -1 && (problem.FitOf(newcomer, mentor) is null || --left[mentor] < 0)) return false;
        }
        return true;
    }

    public static bool AddUp(AllotmentProblem problem, Solution solution)
    {
        var pairs = Solution.Of(problem, solution.Mentor, null);
        return (solution.TotalFit, solution.SpreadCost) == (pairs.TotalFit, pairs.SpreadCost);
    }
}
