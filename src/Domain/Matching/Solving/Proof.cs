namespace Mentorship.Domain.Matching.Solving;

/// <summary>
/// Checks a solution against the pairs alone, in whole numbers: prices that no pair beats, and that those who are matched just reach, prove
/// the optimum (linear programming duality); a set of full mentors proves that someone cannot be served (Hall 1935).
/// </summary>
public static class Proof
{
    public static OptimalityProof Check(AllotmentProblem problem, Objective objective, Solution solution)
    {
        var kept = new ProofCondition(
            "places", "Every pair may be made, and no mentor has more than their free places.",
            AllotmentFacts.AreKept(problem, solution.Mentor));
        if (!kept.Holds) return new([kept]);

        var totals = new ProofCondition(
            "totals", "The fit and the cost of uneven load are those of the pairs.", AllotmentFacts.AddUp(problem, solution));
        return new([kept, totals, .. objective switch
        {
            Objective.MostPeople => PriceConditions.Of(problem, solution, Everyone(problem), mayStayOut: true, peopleFirst: true),
            Objective.BestFit => PriceConditions.Of(problem, solution, Everyone(problem), mayStayOut: true, peopleFirst: false),
            Objective.LongestWait =>
            [
                WaitCondition(problem, solution),
                .. PriceConditions.Of(problem, solution, Served(solution), mayStayOut: false, peopleFirst: false),
            ],
            Objective.Stable => [StableCondition(problem, solution)],
            _ => throw new ArgumentOutOfRangeException(nameof(objective)),
        }]);
    }

    private static bool[] Everyone(AllotmentProblem problem) => [.. Enumerable.Repeat(true, problem.Newcomers)];

    private static bool[] Served(Solution solution) => [.. solution.Mentor.Select(mentor => mentor >= 0)];

    private static ProofCondition WaitCondition(AllotmentProblem problem, Solution solution) => new(
        "waited-longer",
        "For everyone left out, all mentors who could be reached by moving people are full, of people who waited longer.",
        LeftOut.WaitedLess(problem, solution.Mentor));

    private static ProofCondition StableCondition(AllotmentProblem problem, Solution solution) => new(
        "no-blocking-pair",
        "No newcomer and mentor would both rather have each other, equal fit told apart by wait and order.",
        Blocking.Count(problem, solution.Mentor, byOrder: true) == 0);
}
