namespace Mentorship.Domain.Matching.Solving;

/// <summary>
/// Finds the allotment that an objective asks for. The same people and pairs give the same result, whatever the order of a newcomer's
/// pairs; where the best can be had in several ways, who waited longer is served, and then the mentor with the lower index is tried first.
/// </summary>
public static class Solver
{
    /// <param name="progress">Whole percent, rising.</param>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public static Solution Solve(
        AllotmentProblem problem, Objective objective, IProgress<int>? progress = null, CancellationToken cancellation = default)
    {
        var pace = new Pace(progress, cancellation);
        pace.At(0, problem.Newcomers);
        var solution = objective switch
        {
            Objective.MostPeople => MostPeople(problem, pace),
            Objective.BestFit => BestFit(problem, pace),
            Objective.LongestWait => LongestWait(problem, pace),
            Objective.Stable => Solution.Of(problem, DeferredAcceptance.Of(problem, pace), null),
            _ => throw new ArgumentOutOfRangeException(nameof(objective)),
        };
        pace.At(1, 1);
        return solution;
    }

    /// <summary>
    /// The people who compete for too few places, and the mentors of those places, are told apart first (Dulmage and Mendelsohn 1958):
    /// there every place is filled, elsewhere everyone is served, and no best allotment goes from one to the other.
    /// </summary>
    private static Solution MostPeople(AllotmentProblem problem, Pace pace)
    {
        var served = new ServedFirst(problem, [], null);
        served.ServeAll(pace);
        var scarce = served.IsClosed;
        bool[] competing = [.. served.Holders.Mentor.Select(mentor => mentor < 0 || scarce[mentor])];
        var draft = new PartialAllotment(problem, problem.Reward);
        draft.PlaceNewcomers(Not(competing), Not(scarce), mayStayOut: false, pace);
        if (competing.Contains(true)) draft.FillMentors(competing, scarce, pace);
        return draft.Finish(pace, prefersLongestWait: true);
    }

    private static Solution BestFit(AllotmentProblem problem, Pace pace)
    {
        var draft = new PartialAllotment(problem, 0);
        draft.PlaceNewcomers(Not(new bool[problem.Newcomers]), Not(new bool[problem.Mentors]), mayStayOut: true, pace);
        return draft.Finish(pace, prefersLongestWait: true);
    }

    private static Solution LongestWait(AllotmentProblem problem, Pace pace)
    {
        var served = new ServedFirst(problem, [], null);
        served.ServeAll(pace);
        var draft = new PartialAllotment(problem, 0);
        bool[] isServed = [.. served.Holders.Mentor.Select(mentor => mentor >= 0)];
        draft.PlaceNewcomers(isServed, Not(new bool[problem.Mentors]), mayStayOut: false, pace);
        return draft.Finish(pace, prefersLongestWait: false);
    }

    private static bool[] Not(bool[] values) => [.. values.Select(value => !value)];
}
