using Mentorship.Domain.Matching;
using Mentorship.Domain.Matching.Solving;

namespace Mentorship.Domain.Tests.Matching.Solving;

public class CasesTests
{
    /// <summary>Hall 1935: everyone can be served exactly when every group has as many places among those who suit one of them.</summary>
    [Fact]
    public void Everyone_is_served_exactly_when_every_group_has_places_enough()
    {
        var served = 0;
        for (var seed = 0; seed < 1000; seed++)
        {
            var table = Problems.Small(seed);
            var everyone = Enumerable.Range(1, (1 << table.Newcomers) - 1).All(group => HasPlaces(table, group));
            foreach (var objective in new[] { Objective.MostPeople, Objective.LongestWait })
                Assert.Equal(everyone, Solver.Solve(table.Build(), objective).People == table.Newcomers);
            served += everyone ? 1 : 0;
        }
        Assert.InRange(served, 100, 900);
    }

    [Fact]
    public void Three_who_suit_only_two_leave_one_out_who_waited_least()
    {
        var table = Problems.Of(new int?[,] { { 1, 1, null }, { 1, 1, null }, { 1000, 1000, null }, { null, 1, 1 } }, 1, 1, 5);
        Assert.Equal([true, true, false, true], Solve(table, Objective.LongestWait).Mentor.Select(j => j >= 0));
        Assert.Equal((3, 1002), Total(Solve(table, Objective.MostPeople)));
    }

    [Fact]
    public void Serving_one_more_person_goes_before_any_gain_in_fit_only_under_most_people()
    {
        var table = Problems.Of(new int?[,] { { 1000, 1 }, { 998, null } }, 1, 1);
        Assert.Equal([1, 0], Solve(table, Objective.MostPeople).Mentor);
        Assert.Equal([0, -1], Solve(table, Objective.BestFit).Mentor);
        Assert.Equal([1, 0], Solve(table, Objective.LongestWait).Mentor);
        Assert.Equal([0, -1], Solve(table, Objective.Stable).Mentor);
    }

    [Fact]
    public void Whoever_waited_longer_is_served_among_equals()
    {
        var table = Problems.Of(new int?[,] { { 700 }, { 700 }, { 700 } }, 2);
        foreach (var objective in Enum.GetValues<Objective>()) Assert.Equal([0, 0, -1], Solve(table, objective).Mentor);
    }

    [Fact]
    public void Load_is_spread_as_far_as_it_is_worth()
    {
        var table = Problems.Of(new int?[,] { { 900, 800 }, { 900, 800 }, { 900, 800 } }, 3, 3);
        Assert.Equal([3, 0], Loads(table));
        Assert.Equal([2, 1], Loads(table with { Spread = 60 }));
        Assert.Equal([1, 2], Loads(table with { Spread = 60, Held = [2, 0] }));
        var spread = Solve(table with { Spread = 60 }, Objective.MostPeople);
        Assert.Equal((2600, 60), (spread.TotalFit, spread.SpreadCost));

        static int[] Loads(Problems table)
        {
            var mentorOf = Solve(table, Objective.MostPeople).Mentor;
            return [mentorOf.Count(j => j == 0), mentorOf.Count(j => j == 1)];
        }
    }

    [Fact]
    public void Someone_stays_out_under_best_fit_where_their_load_costs_more_than_they_bring()
    {
        var table = Problems.Of(new int?[,] { { 900 }, { 300 } }, 2) with { Spread = 400 };
        Assert.Equal([0, -1], Solve(table, Objective.BestFit).Mentor);
        Assert.Equal([0, 0], Solve(table, Objective.MostPeople).Mentor);
        Assert.Equal([0, 0], Solve(table with { Spread = 300 }, Objective.BestFit).Mentor); // nothing lost: then they are served
    }

    [Fact]
    public void Nobody_is_an_answer()
    {
        foreach (var objective in Enum.GetValues<Objective>())
        {
            Assert.Empty(Solve(Problems.Of(new int?[0, 0]), objective).Mentor);
            Assert.Empty(Solve(Problems.Of(new int?[0, 2], 1, 1), objective).Mentor);
            Assert.Equal([-1, -1], Solve(Problems.Of(new int?[2, 0]), objective).Mentor);
            Assert.Equal([-1, -1], Solve(Problems.Of(new int?[,] { { 5 }, { 5 } }, 0), objective).Mentor);
        }
    }

    [Theory]
    [InlineData("no row", new int[0], new int[0], new int[0], 0)]
    [InlineData("rows start late", new[] { 1, 1 }, new[] { 0 }, new[] { 5 }, 0)]
    [InlineData("rows end early", new[] { 0, 1 }, new[] { 0, 1 }, new[] { 5, 5 }, 0)]
    [InlineData("rows cross", new[] { 0, 2, 1, 2 }, new[] { 0, 1 }, new[] { 5, 5 }, 0)]
    [InlineData("a row reaches out", new[] { 0, 3, 2 }, new[] { 0, 1 }, new[] { 5, 5 }, 0)]
    [InlineData("no such mentor", new[] { 0, 1 }, new[] { 2 }, new[] { 5 }, 0)]
    [InlineData("below the first mentor", new[] { 0, 1 }, new[] { -1 }, new[] { 5 }, 0)]
    [InlineData("twice", new[] { 0, 2 }, new[] { 1, 1 }, new[] { 5, 5 }, 0)]
    [InlineData("a fit too many", new[] { 0, 1 }, new[] { 1 }, new[] { 5, 5 }, 0)]
    [InlineData("a fit too high", new[] { 0, 1 }, new[] { 1 }, new[] { 1001 }, 0)]
    [InlineData("a fit below 0", new[] { 0, 1 }, new[] { 1 }, new[] { -1 }, 0)]
    [InlineData("spread below 0", new[] { 0, 1 }, new[] { 1 }, new[] { 5 }, -1)]
    [InlineData("spread too high", new[] { 0, 1 }, new[] { 1 }, new[] { 5 }, 1001)]
    public void Numbers_that_make_no_sense_are_refused(string what, int[] start, int[] mentor, int[] fit, int spread)
    {
        var refused = Assert.ThrowsAny<ArgumentException>(() => new AllotmentProblem(start, mentor, fit, [1, 1], [0, 0], spread));
        Assert.False(string.IsNullOrEmpty(refused.ParamName), what);
    }

    [Theory]
    [InlineData(new[] { -1 }, new[] { 0 }), InlineData(new[] { 1 }, new[] { -1 })]
    [InlineData(new[] { 1, 1 }, new[] { 0 }), InlineData(new[] { 1 }, new[] { int.MaxValue })]
    public void Places_that_make_no_sense_are_refused(int[] places, int[] held) =>
        Assert.Throws<ArgumentException>(() => new AllotmentProblem([0], [], [], places, held, 1000));

    private static bool HasPlaces(Problems table, int group)
    {
        var people = Enumerable.Range(0, table.Newcomers).Where(i => (group >> i & 1) == 1).ToList();
        var places = Enumerable.Range(0, table.Mentors).Where(j => people.Any(i => table.Fits[i, j] is not null)).Sum(j => table.Places[j]);
        return places >= people.Count;
    }

    private static Solution Solve(Problems table, Objective objective) => Solver.Solve(table.Build(), objective);

    private static (int, int) Total(Solution solution) => (solution.People, (int)solution.TotalFit);
}
