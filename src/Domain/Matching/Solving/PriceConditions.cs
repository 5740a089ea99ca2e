namespace Mentorship.Domain.Matching.Solving;

/// <summary>Feasible prices and complementary slackness, with a cost that rises with each further place of a mentor.</summary>
internal static class PriceConditions
{
    /// <param name="included">The newcomers who compete.</param>
    /// <param name="mayStayOut">Whether one of them could be left out; otherwise all are served, at prices of any sign.</param>
    public static IEnumerable<ProofCondition> Of(
        AllotmentProblem problem, Solution solution, bool[] included, bool mayStayOut, bool peopleFirst)
    {
        if (solution.Prices is not { } prices || prices.Newcomers.Length != problem.Newcomers || prices.Mentors.Length != problem.Mentors)
            return [new("prices", "There is a price for every newcomer and every mentor.", false)];
        return
        [
            new("people-first",
                "Each person served counts more than all fit and cost of load together, or nothing where fit alone decides.",
                prices.Reward == (peopleFirst ? problem.Reward : 0)),
            new("no-pair-beats-its-prices", "For every pair that may be made, the two prices come to at least what the pair would bring.",
                EveryPair(problem, prices, included, (price, worth, _) => price >= worth, solution.Mentor)),
            new("pairs-reach-their-prices", "For everyone matched, the two prices come to exactly what the pair brings.",
                EveryPair(problem, prices, included, (price, worth, isMade) => !isMade || price == worth, solution.Mentor)),
            new("left-out-cost-nothing", "Whoever is left out has the price 0, and nobody who could be has one below.",
                LeftOutAreFree(solution, prices, mayStayOut)),
            new("places-cost-their-load", "A mentor's price lies between the cost of the last place taken and that of the next one free.",
                Enumerable.Range(0, problem.Mentors).All(Priced(problem, solution, prices))),
        ];
    }

    private static bool EveryPair(
        AllotmentProblem problem, Prices prices, bool[] included, Func<long, long, bool, bool> holds, int[] mentorOf)
    {
        for (var newcomer = 0; newcomer < included.Length; newcomer++)
        {
            if (!included[newcomer]) continue;
            var mentors = problem.MentorsOf(newcomer);
            var fits = problem.FitsOf(newcomer);
            for (var at = 0; at < mentors.Length; at++)
            {
                var (price, worth) = (prices.Newcomers[newcomer] + prices.Mentors[mentors[at]], fits[at] + prices.Reward);
                if (!holds(price, worth, mentorOf[newcomer] == mentors[at])) return false;
            }
        }
        return true;
    }

    private static bool LeftOutAreFree(Solution solution, Prices prices, bool mayStayOut) => prices.Newcomers.Index().All(entry =>
        solution.Mentor[entry.Index] < 0 ? entry.Item == 0 : entry.Item >= 0 || !mayStayOut);

    private static Func<int, bool> Priced(AllotmentProblem problem, Solution solution, Prices prices)
    {
        var taken = new int[problem.Mentors];
        foreach (var mentor in solution.Mentor)
            if (mentor >= 0) taken[mentor]++;
        return mentor => prices.Mentors[mentor] >= (taken[mentor] == 0 ? 0 : problem.CostOfNext(mentor, taken[mentor] - 1))
            && (taken[mentor] == problem.Places[mentor] || prices.Mentors[mentor] <= problem.CostOfNext(mentor, taken[mentor]));
    }
}
