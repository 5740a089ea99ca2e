using Mentorship.Domain.Matching;
using Mentorship.Domain.Matching.Solving;

namespace Mentorship.Domain.Tests.Matching.Solving;

/// <summary>Problems as tables of fits (null: the pair may not be made), drawn by seed or written down.</summary>
internal sealed record Problems(int?[,] Fits, int[] Places, int[] Held, int Spread)
{
    public static readonly Objective[] Priced = [Objective.MostPeople, Objective.BestFit, Objective.LongestWait];

    public int Newcomers => Fits.GetLength(0);

    public int Mentors => Fits.GetLength(1);

    public static Problems Of(int?[,] fits, params int[] places) => new(fits, places, new int[places.Length], 0);

    /// <summary>A few people, mostly with equal fits on even seeds; some have nobody, some mentors no place.</summary>
    public static Problems Small(int seed, int most = 6)
    {
        var random = new Random(seed);
        return Random(random, random.Next(most + 1), random.Next(most + 1), random.Next(2, 6), seed % 2 == 0 ? 4 : 1001, [0, 1, 50, 400]);
    }

    public static Problems Large(int seed, int newcomers, int mentors) =>
        Random(new Random(seed), newcomers, mentors, 1, seed % 3 == 0 ? 20 : 1001, [0, 0, 1, 50, 400]);

    public AllotmentProblem Build(Random? shuffle = null)
    {
        List<int> start = [0], mentor = [], fit = [];
        for (var i = 0; i < Newcomers; i++)
        {
            var row = Enumerable.Range(0, Mentors).Where(j => Fits[i, j] is not null).ToArray();
            shuffle?.Shuffle(row);
            mentor.AddRange(row);
            fit.AddRange(row.Select(j => Fits[i, j]!.Value));
            start.Add(mentor.Count);
        }
        return new([.. start], [.. mentor], [.. fit], Places, Held, Spread);
    }

    public Problems WithOneMoreMentor(Random random)
    {
        var fits = new int?[Newcomers, Mentors + 1];
        for (var i = 0; i < Newcomers; i++)
            for (var j = 0; j <= Mentors; j++) fits[i, j] = j < Mentors ? Fits[i, j] : random.Next(2) == 0 ? random.Next(1001) : null;
        return this with { Fits = fits, Places = [.. Places, 1 + random.Next(2)], Held = [.. Held, random.Next(2)] };
    }

    /// <summary>Newcomer i is <c>newcomer[i]</c> of this one, and mentor j <c>mentor[j]</c>.</summary>
    public Problems Relabelled(int[] newcomer, int[] mentor)
    {
        var fits = new int?[Newcomers, Mentors];
        for (var i = 0; i < Newcomers; i++)
            for (var j = 0; j < Mentors; j++) fits[i, j] = Fits[newcomer[i], mentor[j]];
        return this with { Fits = fits, Places = [.. mentor.Select(j => Places[j])], Held = [.. mentor.Select(j => Held[j])] };
    }

    public long Score(int[] mentorOf) => FitOf(mentorOf) - CostOf(mentorOf);

    public long FitOf(int[] mentorOf) => mentorOf.Index().Where(pair => pair.Item >= 0).Sum(pair => Fits[pair.Index, pair.Item]!.Value);

    public long CostOf(int[] mentorOf) => mentorOf.Where(mentor => mentor >= 0).CountBy(mentor => mentor)
        .Sum(load => Enumerable.Range(0, load.Value).Sum(taken => (long)Spread * (Held[load.Key] + taken)));

    private static Problems Random(Random random, int newcomers, int mentors, int density, int fits, int[] spreads)
    {
        var table = new int?[newcomers, mentors];
        for (var i = 0; i < newcomers; i++)
            for (var j = 0; j < mentors; j++) table[i, j] = random.Next(6) < density ? random.Next(fits) : null;
        int[] Each(int below) => [.. Enumerable.Range(0, mentors).Select(_ => random.Next(below))];
        return new(table, Each(4), Each(3), spreads[random.Next(spreads.Length)]);
    }
}
