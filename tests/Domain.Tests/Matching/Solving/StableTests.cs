using Mentorship.Domain.Matching;
using Mentorship.Domain.Matching.Solving;

namespace Mentorship.Domain.Tests.Matching.Solving;

public class StableTests
{
    /// <summary>Gale and Shapley 1962, example 1: three different stable sets; the proposers get their first choices.</summary>
    [Fact]
    public void The_first_published_example_gives_every_proposer_their_first_choice()
    {
        int[][] men = [[0, 1, 2], [1, 2, 0], [2, 0, 1]], women = [[1, 2, 0], [2, 0, 1], [0, 1, 2]];
        Assert.Equal([0, 1, 2], PreferenceLists.Match(men, women, [1, 1, 1]));
        Assert.Equal([1, 2, 0], PreferenceLists.Match(women, men, [1, 1, 1]));
    }

    /// <summary>Gale and Shapley 1962, example 2: only one stable set, whoever proposes.</summary>
    [Fact]
    public void The_second_published_example_has_one_stable_set()
    {
        int[][] men = [[0, 1, 2, 3], [0, 3, 2, 1], [1, 0, 2, 3], [3, 1, 2, 0]];
        int[][] women = [[3, 2, 0, 1], [1, 3, 0, 2], [3, 0, 1, 2], [2, 1, 0, 3]];
        int[] stable = [2, 3, 0, 1];
        Assert.Equal(stable, PreferenceLists.Match(men, women, [1, 1, 1, 1]));
        Assert.Equal(stable, Inverse(PreferenceLists.Match(women, men, [1, 1, 1, 1])));
    }

    [Fact]
    public void Who_is_on_one_list_only_is_never_matched_by_it()
    {
        Assert.Equal([1, -1], PreferenceLists.Match([[0, 1], [0]], [[], [0, 1]], [1, 1]));
        Assert.Equal([-1], PreferenceLists.Match([[]], [[0]], [1]));
        Assert.Equal([-1], PreferenceLists.Match([[0]], [[0]], [0]));
    }

    [Fact]
    public void Places_go_to_those_whom_the_mentor_prefers()
    {
        Assert.Equal([1, 0, 0, -1], PreferenceLists.Match([[0, 1], [0], [0], [0]], [[2, 1, 0, 3], [3, 0]], [2, 1]));
    }

    [Fact]
    public void Equal_fit_goes_by_wait_and_then_by_the_lower_mentor() =>
        Assert.Equal([0, 1, -1], Solve(Problems.Of(new int?[,] { { 5, 5 }, { 5, 5 }, { 5, 5 } }, 1, 1)).Mentor);

    [Fact]
    public void Nobody_blocks_by_fit()
    {
        for (var seed = 0; seed < 1000; seed++)
        {
            var table = Problems.Small(seed);
            Assert.Equal(0, Blocking.Count(table.Build(), Solve(table)));
        }
    }

    /// <summary>The best for each who proposes (Gale and Shapley 1962); who is left out is so in every stable allotment (Roth 1986).</summary>
    [Fact]
    public void No_stable_allotment_is_better_for_any_newcomer_or_serves_others()
    {
        var stable = 0;
        for (var seed = 0; seed < 1000; seed++)
        {
            var random = new Random(seed);
            int[][] newcomers = Lists(random, 4, 4), mentors = Lists(random, 4, 4);
            int[] places = [.. mentors.Select(_ => 1 + random.Next(4) / 3)];
            var found = PreferenceLists.Match(newcomers, mentors, places);
            Assert.True(IsStable(newcomers, mentors, places, found));
            foreach (var other in Every(newcomers, mentors, places, 0).Where(other => IsStable(newcomers, mentors, places, other)))
            {
                stable++;
                for (var i = 0; i < other.Length; i++) Assert.True(OrderOf(newcomers[i], found[i]) <= OrderOf(newcomers[i], other[i]));
                Assert.Equal(found.Select(j => j >= 0), other.Select(j => j >= 0));
                Assert.Equal(found.Order(), other.Order());
            }
        }
        Assert.True(stable > 1050, $"{stable}");
    }

    [Fact]
    public void Pairs_who_would_both_gain_are_counted()
    {
        var table = Problems.Of(new int?[,] { { 900, 899 }, { 899, null } }, 1, 1);
        var most = Solver.Solve(table.Build(), Objective.MostPeople);
        Assert.Equal([1, 0], most.Mentor);
        Assert.Equal(1, Blocking.Count(table.Build(), most));
        Assert.Equal(3, Blocking.Count(table.Build(), most with { Mentor = [-1, -1] }));
    }

    private static Solution Solve(Problems table) => Solver.Solve(table.Build(), Objective.Stable);

    private static int[] Inverse(int[] of) => [.. Enumerable.Range(0, of.Length).Select(value => Array.IndexOf(of, value))];

    private static int[][] Lists(Random random, int people, int others) =>
        [.. Enumerable.Range(0, people).Select(_ =>
            Enumerable.Range(0, others).OrderBy(_ => random.Next()).Take(random.Next(others) + others / 2).ToArray())];

    /// <summary>Where somebody comes on a list; nobody, and whoever is not on it, comes last.</summary>
    private static int OrderOf(int[] list, int other) => Array.IndexOf(list, other) is >= 0 and var order ? order : list.Length;

    private static bool IsStable(int[][] newcomers, int[][] mentors, int[] places, int[] mentorOf)
    {
        for (var i = 0; i < newcomers.Length; i++)
            foreach (var j in newcomers[i].Take(OrderOf(newcomers[i], mentorOf[i])).Where(j => mentors[j].Contains(i)))
            {
                var holders = Enumerable.Range(0, mentorOf.Length).Where(k => mentorOf[k] == j).ToList();
                if (holders.Count < places[j] || holders.Any(k => OrderOf(mentors[j], i) < OrderOf(mentors[j], k))) return false;
            }
        return true;
    }

    private static IEnumerable<int[]> Every(int[][] newcomers, int[][] mentors, int[] places, int newcomer)
    {
        if (newcomer == newcomers.Length) return [[]];
        return from rest in Every(newcomers, mentors, places, newcomer + 1)
               from mentor in newcomers[newcomer].Where(j => mentors[j].Contains(newcomer)).Append(-1)
               where mentor < 0 || rest.Count(m => m == mentor) < places[mentor]
               select (int[])[mentor, .. rest];
    }
}
