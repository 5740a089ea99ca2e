using Mentorship.Domain.Matching;
using Mentorship.Domain.Matching.Solving;

namespace Mentorship.Domain.Tests.Matching.Solving;

public class ProofTests
{
    [Fact]
    public void A_changed_price_breaks_the_proof()
    {
        for (var seed = 0; seed < 60; seed++)
        {
            var problem = Problems.Large(seed, 12, 8).Build();
            foreach (var objective in Problems.Priced)
            {
                var solution = Solver.Solve(problem, objective);
                if (Array.FindIndex(solution.Mentor, mentor => mentor >= 0) is not (>= 0 and var newcomer)) continue;
                Broken(problem, objective, solution with { Prices = With(solution.Prices!, newcomer: newcomer) });
                Broken(problem, objective, solution with { Prices = With(solution.Prices!, mentor: solution.Mentor[newcomer]) });
                Broken(problem, objective, solution with { Prices = solution.Prices! with { Reward = solution.Prices.Reward + 1 } });
                Broken(problem, objective, solution with { Prices = null });
                Broken(problem, objective, solution with { TotalFit = solution.TotalFit + 1 });
            }
        }
    }

    [Fact]
    public void A_person_dropped_breaks_the_proof()
    {
        for (var seed = 0; seed < 60; seed++)
        {
            var table = Problems.Large(seed, 12, 8) with { Spread = 0 };
            foreach (var objective in Enum.GetValues<Objective>())
            {
                var solution = Solver.Solve(table.Build(), objective);
                for (var newcomer = 0; newcomer < solution.Mentor.Length; newcomer++)
                {
                    if (solution.Mentor[newcomer] < 0 || table.Fits[newcomer, solution.Mentor[newcomer]] == 0) continue;
                    int[] dropped = [.. solution.Mentor.Select((mentor, i) => i == newcomer ? -1 : mentor)];
                    Broken(table.Build(), objective, Of(table, solution, dropped));
                }
            }
        }
    }

    [Fact]
    public void Two_who_swap_for_less_break_the_proof()
    {
        var swaps = 0;
        for (var seed = 0; seed < 60; seed++)
        {
            var table = Problems.Large(seed, 12, 36);
            foreach (var objective in Problems.Priced)
            {
                var solution = Solver.Solve(table.Build(), objective);
                foreach (var (one, other) in from one in Enumerable.Range(0, 12) from other in Enumerable.Range(0, one) select (one, other))
                {
                    int[] swapped = [.. solution.Mentor];
                    (swapped[one], swapped[other]) = (swapped[other], swapped[one]);
                    if (swapped.Index().Any(pair => pair.Item >= 0 && table.Fits[pair.Index, pair.Item] is null)) continue;
                    var isWorse = swapped.Count(m => m >= 0) == solution.People && table.Score(swapped) < table.Score(solution.Mentor)
                        && swapped.Zip(solution.Mentor).All(pair => pair.First < 0 == pair.Second < 0);
                    if (!isWorse) continue;
                    Broken(table.Build(), objective, Of(table, solution, swapped));
                    swaps++;
                }
            }
        }
        Assert.True(swaps > 200, $"{swaps}");
    }

    [Fact]
    public void Whoever_is_served_instead_of_someone_who_waited_longer_breaks_the_proof()
    {
        var table = Problems.Of(new int?[,] { { 1 }, { 1000 } }, 1);
        var solution = Solver.Solve(table.Build(), Objective.LongestWait);
        Assert.Equal([0, -1], solution.Mentor);
        var other = Of(table, solution with { Prices = new([0, 1000], [0], 0) }, [-1, 0]);
        var proof = Proof.Check(table.Build(), Objective.LongestWait, other);
        Assert.Equal(["waited-longer"], proof.Conditions.Where(condition => !condition.Holds).Select(condition => condition.Code));
        Assert.False(ProofByHand.Holds(table, Objective.LongestWait, other));
    }

    [Fact]
    public void What_is_no_allotment_at_all_proves_nothing()
    {
        var table = Problems.Of(new int?[,] { { 5, null }, { 5, 5 } }, 1, 1);
        var solution = Solver.Solve(table.Build(), Objective.MostPeople);
        foreach (int[] mentorOf in new int[][] { [0, 0], [1, 0], [0], [0, 2], [-2, 1], [0, 1, -1] })
        {
            var proof = Proof.Check(table.Build(), Objective.MostPeople, solution with { Mentor = mentorOf });
            Assert.Equal((false, "places"), (proof.Holds, proof.Conditions.Single().Code));
        }
    }

    private static void Broken(AllotmentProblem problem, Objective objective, Solution solution) =>
        Assert.False(Proof.Check(problem, objective, solution).Holds);

    private static Solution Of(Problems table, Solution solution, int[] mentorOf) =>
        solution with { Mentor = mentorOf, TotalFit = table.FitOf(mentorOf), SpreadCost = table.CostOf(mentorOf) };

    private static Prices With(Prices prices, int newcomer = -1, int mentor = -1) =>
        prices with
        {
            Newcomers = [.. prices.Newcomers.Select((price, i) => i == newcomer ? price + 1 : price)],
            Mentors = [.. prices.Mentors.Select((price, j) => j == mentor ? price - 1 : price)],
        };
}
