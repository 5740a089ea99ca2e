namespace Mentorship.Domain.Matching.Solving;

/// <summary>Whether those who are left out could have been served by moving others, or in the place of someone who waited less.</summary>
internal static class LeftOut
{
    /// <summary>
    /// Longest wait first: what was reached for someone before is known to be full of people who waited longer than they did, and need not
    /// be looked at again.
    /// </summary>
    public static bool WaitedLess(AllotmentProblem problem, int[] mentorOf)
    {
        var (holders, seen, next) = (new Holders(problem, mentorOf), new bool[problem.Mentors], new Stack<int>());
        for (var newcomer = 0; newcomer < mentorOf.Length; newcomer++)
        {
            if (mentorOf[newcomer] >= 0) continue;
            next.Push(newcomer);
            while (next.TryPop(out var mover))
                foreach (var mentor in problem.MentorsOf(mover))
                {
                    if (seen[mentor]) continue;
                    seen[mentor] = true;
                    if (holders.HasRoom(mentor)) return false;
                    foreach (var other in holders.Of(mentor))
                    {
                        if (other > newcomer) return false;
                        next.Push(other);
                    }
                }
        }
        return true;
    }
}
