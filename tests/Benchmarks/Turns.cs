using System.Globalization;

namespace Mentorship.Benchmarks;

/// <summary>One thing that is measured, and how to take one figure of it.</summary>
internal sealed record Contestant(string Name, Func<Task<double>> Measure);

/// <summary>Contestants by turns, so that whatever else the machine does meets all of them alike; the ratio is that of one round, the median of all.</summary>
internal static class Turns
{
    /// <summary>Rounds that are run first and not counted, until code and caches are warm.</summary>
    public const int Warming = 2;

    /// <summary>Measures each once a round, beginning with another each time, and prints medians, ranges and ratios to the first.</summary>
    public static async Task Take(int rounds, string unit, params Contestant[] contestants)
    {
        var figures = contestants.Select(_ => new double[rounds]).ToArray();
        for (var round = -Warming; round < rounds; round++)
            for (var turn = 0; turn < contestants.Length; turn++)
            {
                var at = (round + Warming + turn) % contestants.Length;
                var figure = await contestants[at].Measure();
                if (round >= 0) figures[at][round] = figure;
            }
        Print(unit, [.. contestants.Zip(figures, (contestant, values) => (contestant.Name, values))]);
    }

    public static void Print(string unit, IReadOnlyList<(string Name, double[] Values)> rows)
    {
        var first = rows[0].Values;
        Console.WriteLine($"| | {unit}: median | range | ratio to the first: median | range |");
        Console.WriteLine("| --- | ---: | ---: | ---: | ---: |");
        foreach (var (name, values) in rows)
        {
            double[] ratios = [.. values.Zip(first, (value, of) => value / of)];
            Console.WriteLine($"| {name} | {Short(Median(values))} | {Range(values)} | {Short(Median(ratios))} | {Range(ratios)} |");
        }
    }

    public static double Median(IReadOnlyCollection<double> values)
    {
        double[] sorted = [.. values.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    private static string Range(double[] values) => $"{Short(values.Min())} to {Short(values.Max())}";

    private static string Short(double value) => value.ToString(value < 10 ? "0.00" : value < 100 ? "0.0" : "#,0", CultureInfo.InvariantCulture);
}
