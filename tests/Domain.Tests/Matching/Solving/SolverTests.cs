using Mentorship.Domain.Matching;
using Mentorship.Domain.Matching.Solving;

namespace Mentorship.Domain.Tests.Matching.Solving;

public class SolverTests
{
    private const int SeedsAPart = 1000;

    [Theory]
    [InlineData(0), InlineData(1), InlineData(2), InlineData(3)]
    public void Small_communities_are_allotted_as_an_enumeration_of_every_allotment_says(int part)
    {
        for (var seed = part * SeedsAPart; seed < (part + 1) * SeedsAPart; seed++)
        {
            var table = Problems.Small(seed);
            var (problem, every) = (table.Build(), new Enumeration(table));
            foreach (var objective in Problems.Priced)
            {
                var solution = Solver.Solve(problem, objective);
                var (best, found) = (every.Best(objective), Enumeration.Key(table, objective, solution.Mentor));
                Assert.True(best == found, $"{objective}, seed {seed}: {best}, not {found}");
                Assert.Equal((table.FitOf(solution.Mentor), table.CostOf(solution.Mentor)), (solution.TotalFit, solution.SpreadCost));
                var proof = Proof.Check(problem, objective, solution);
                Assert.True(proof.Holds && ProofByHand.Holds(table, objective, solution), $"{objective}, seed {seed}: {Text(proof)}");
            }
        }
    }

    [Theory]
    [InlineData(60, 40), InlineData(40, 60), InlineData(90, 60), InlineData(200, 150)]
    public void Larger_communities_are_allotted_with_proof_and_within_every_limit(int newcomers, int mentors)
    {
        for (var seed = 0; seed < 20; seed++)
        {
            var table = Problems.Large(seed, newcomers, mentors);
            var problem = table.Build();
            foreach (var objective in Enum.GetValues<Objective>())
            {
                var solution = Solver.Solve(problem, objective);
                Assert.All(solution.Mentor.Where(j => j >= 0).CountBy(j => j), load => Assert.True(load.Value <= table.Places[load.Key]));
                Assert.All(solution.Mentor.Index(), pair => Assert.True(pair.Item < 0 || table.Fits[pair.Index, pair.Item] is not null));
                var proof = Proof.Check(problem, objective, solution);
                Assert.True(proof.Holds, $"{objective}, seed {seed}: {Text(proof)}");
                Assert.True(objective == Objective.Stable || ProofByHand.Holds(table, objective, solution));
            }
        }
    }

    [Fact]
    public void The_order_of_pairs_changes_nothing()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var table = seed < 200 ? Problems.Small(seed) : Problems.Large(seed, 50, 40);
            foreach (var objective in Enum.GetValues<Objective>())
            {
                var (one, other) = (Solver.Solve(table.Build(), objective), Solver.Solve(table.Build(new Random(seed)), objective));
                Assert.Equal(one.Mentor, other.Mentor);
                Assert.Equal(one.Prices?.Newcomers, other.Prices?.Newcomers);
                Assert.Equal(one.Prices?.Mentors, other.Prices?.Mentors);
            }
        }
    }

    [Fact]
    public void Other_numbers_for_the_same_people_change_no_total()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var table = Problems.Large(seed, 30, 25);
            var random = new Random(seed);
            var (newcomer, mentor) = (Enumerable.Range(0, 30).ToArray(), Enumerable.Range(0, 25).ToArray());
            random.Shuffle(mentor);
            foreach (var objective in Problems.Priced)
            {
                if (objective != Objective.LongestWait) random.Shuffle(newcomer); // there the numbers are the order of wait
                var one = Solver.Solve(table.Build(), objective);
                var other = Solver.Solve(table.Relabelled(newcomer, mentor).Build(), objective);
                Assert.Equal((one.People, one.TotalFit - one.SpreadCost), (other.People, other.TotalFit - other.SpreadCost));
                newcomer = [.. newcomer.Order()];
            }
        }
    }

    [Fact]
    public void One_more_mentor_never_lowers_the_number_matched_under_most_people()
    {
        var more = 0;
        for (var seed = 0; seed < 1000; seed++)
        {
            var table = Problems.Small(seed, most: 12);
            var (before, after) = (People(table), People(table.WithOneMoreMentor(new Random(seed))));
            Assert.InRange(after, before, before + 2);
            more += after - before;
        }
        Assert.True(more > 50);

        static int People(Problems table) => Solver.Solve(table.Build(), Objective.MostPeople).People;
    }

    [Fact]
    public void The_work_ends_promptly_when_it_is_cancelled_and_tells_how_far_it_is()
    {
        var problem = Problems.Large(1, 300, 300).Build();
        foreach (var objective in Enum.GetValues<Objective>())
        {
            using var cancelling = new CancellationTokenSource();
            List<int> told = [];
            var progress = new Told(percent =>
            {
                told.Add(percent);
                if (percent >= 20) cancelling.Cancel();
            });
            Assert.Throws<OperationCanceledException>(() => Solver.Solve(problem, objective, progress, cancelling.Token));
            Assert.Equal(told.Order(), told);
            Assert.InRange(told[^1], 20, 21);

            told.Clear();
            Solver.Solve(problem, objective, new Told(told.Add), CancellationToken.None);
            Assert.Equal(told.Distinct().Order(), told);
            Assert.Equal((0, 100), (told[0], told[^1]));
        }
    }

    private static string Text(OptimalityProof proof) =>
        string.Join(", ", proof.Conditions.Where(condition => !condition.Holds).Select(condition => condition.Code));

    private sealed class Told(Action<int> tell) : IProgress<int>
    {
        public void Report(int value) => tell(value);
    }
}
