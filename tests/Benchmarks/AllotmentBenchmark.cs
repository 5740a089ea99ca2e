using System.Globalization;
using Mentorship.Domain.Matching;
using Mentorship.Domain.Matching.Solving;

namespace Mentorship.Benchmarks;

/// <summary>
/// Allotments to a proven optimum (most-people), by turns with LEMON's network simplex on the same instance: milliseconds of the run alone,
/// peak memory of a process that does nothing else, and what simpler ways would have reached. The size is the most newcomers taken.
/// </summary>
internal static class AllotmentBenchmark
{
    private static readonly AllotInstance[] Instances =
    [
        new("dense 1,000", 1000, 1000, 1000, [1]),
        new("dense 2,000", 2000, 2000, 2000, [1]),
        new("dense 5,000", 5000, 5000, 5000, [1]),
        new("dense 2,000, tastes alike", 2000, 2000, 2000, [1], Alike: true),
        new("5,000 × 30", 5000, 5000, 30, [1]),
        new("20,000 × 50", 20_000, 20_000, 50, [1]),
        new("20,000 × 50, tastes alike", 20_000, 20_000, 50, [1], Alike: true),
        new("20,000 × 50, places 0 to 3", 20_000, 14_000, 50, [0, 1, 2, 3]),
        new("scarce 20,000 × 30", 20_000, 17_500, 30, [1]),
        new("scarce 20,000 × 30, places 0 to 3", 20_000, 12_000, 30, [0, 1, 2, 3]),
    ];

    public static async Task Run(Order order)
    {
        var folder = Directory.CreateTempSubdirectory("allotment-").FullName;
        try
        {
            var lemon = await AllotAlone.Compile(folder);
            foreach (var instance in Instances.Where(instance => instance.Newcomers <= (order.Size ?? int.MaxValue)))
                await Measure(instance, lemon, Path.Combine(folder, "instance"), order.Rounds);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task Measure(AllotInstance instance, string? lemon, string file, int rounds)
    {
        var problem = instance.Draw();
        var solution = Solver.Solve(problem, Objective.MostPeople);
        var isProven = Proof.Check(problem, Objective.MostPeople, solution).Holds;
        Console.WriteLine($"\n## {instance.Name}: {problem.Pairs:#,0} pairs\n");
        Console.WriteLine($"{solution.People:#,0} people, fit {solution.TotalFit:#,0}, {(isProven ? "proven the optimum" : "NOT PROVEN")}\n");
        AllotInstance.Write(file, problem, everyone: solution.People == problem.Newcomers);

        Contestant ours = new("ours", () => Milliseconds(() => Solver.Solve(problem, Objective.MostPeople)));
        if (lemon is null) await Turns.Take(rounds, "ms", ours);
        else await Turns.Take(rounds, "ms", new("LEMON", () => Task.FromResult(1000 * Lemons(lemon).Seconds)), ours);

        var alone = Same(AllotAlone.OfOurs(file), solution);
        var theirs = lemon is null ? "" : string.Create(CultureInfo.InvariantCulture, $" (LEMON {Lemons(lemon).MiB:#,0} MiB)");
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"\nalone: {1000 * alone.Seconds:#,0} ms the first time, peak {alone.MiB:#,0} MiB{theirs}"));
        Tell("the best pair first", AllotBaselines.BestPairFirst(problem), solution);
        Tell("first come", AllotBaselines.FirstCome(problem), solution);
        Tell("deferred acceptance", AllotBaselines.Stable(problem), solution);

        AllotAlone Lemons(string program) => Same(AllotAlone.OfLemon(program, file), solution);
    }

    private static Task<double> Milliseconds(Action work) => Timed.Seconds(() =>
    {
        work();
        return Task.CompletedTask;
    }).ContinueWith(seconds => 1000 * seconds.Result, TaskScheduler.Default);

    private static AllotAlone Same(AllotAlone other, Solution ours) => (other.People, other.TotalFit) == (ours.People, ours.TotalFit)
        ? other
        : throw new InvalidOperationException($"Two optima: {ours.People} people, fit {ours.TotalFit}; {other.People}, {other.TotalFit}.");

    private static void Tell(string way, (int People, long Fit) reached, Solution ours) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"over {way}: {ours.People - reached.People:#,0} more people, {100.0 * (ours.TotalFit - reached.Fit) / reached.Fit:0.0} % more fit"));
}
