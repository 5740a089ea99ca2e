namespace Mentorship.Domain.Matching.Solving;

/// <summary>Newcomers and mentors who would both rather have each other; a mentor with a free place would rather have anyone.</summary>
public static class Blocking
{
    /// <summary>How many pairs there are in which both gain fit.</summary>
    public static int Count(AllotmentProblem problem, Solution solution) => Count(problem, solution.Mentor, byOrder: false);

    /// <param name="byOrder">Whether equal fit is told apart by wait and index, as deferred acceptance does.</param>
    internal static int Count(AllotmentProblem problem, int[] mentorOf, bool byOrder)
    {
        var (own, worst) = (new long[problem.Newcomers], new long[problem.Mentors]);
        var taken = new int[problem.Mentors];
        Array.Fill(own, long.MinValue);
        Array.Fill(worst, long.MaxValue);
        for (var newcomer = 0; newcomer < mentorOf.Length; newcomer++)
        {
            if (mentorOf[newcomer] is not (>= 0 and var mentor)) continue;
            var fit = problem.FitOf(newcomer, mentor)!.Value;
            taken[mentor]++;
            own[newcomer] = Worth(fit, byOrder ? mentor : 0);
            worst[mentor] = Math.Min(worst[mentor], Worth(fit, byOrder ? newcomer : 0));
        }
        for (var mentor = 0; mentor < worst.Length; mentor++)
            if (taken[mentor] < problem.Places[mentor]) worst[mentor] = long.MinValue;
            else if (taken[mentor] == 0) worst[mentor] = long.MaxValue;

        var blocking = 0;
        for (var newcomer = 0; newcomer < mentorOf.Length; newcomer++)
        {
            var mentors = problem.MentorsOf(newcomer);
            var fits = problem.FitsOf(newcomer);
            for (var at = 0; at < mentors.Length; at++)
            {
                var (forNewcomer, forMentor) = (Worth(fits[at], byOrder ? mentors[at] : 0), Worth(fits[at], byOrder ? newcomer : 0));
                if (forNewcomer > own[newcomer] && forMentor > worst[mentors[at]]) blocking++;
            }
        }
        return blocking;
    }

    private static long Worth(int fit, int order) => ((long)fit << 32) - order;
}
