using Mentorship.Domain.Time;
using NodaTime;

namespace Mentorship.Benchmarks;

/// <summary>
/// Shared minutes of every mentor and newcomer of the sample in each of the 53 weeks, in nanoseconds a pair and week: a newcomer's weeks laid
/// out once for each zone of a mentor, against anew for each pair. The size is how many newcomers the second takes, which is slow.
/// </summary>
internal static class OverlapBenchmark
{
    private const int WeekCount = 53;
    private static readonly Instant From = Instant.FromUtc(2026, 11, 2, 12, 0);

    public static Task Run(Order order)
    {
        var (mentors, newcomers) = (People("mentors.csv"), People("newcomers.csv"));
        var some = newcomers.Take(order.Size ?? 2).ToList();
        Console.WriteLine($"{mentors.Count} × {newcomers.Count} pairs × {WeekCount} weeks; {Shared(mentors, newcomers)} pairs share an hour in every week");
        return Turns.Take(order.Rounds, "ns a pair and week",
            new("laid out once a zone", () => Nanoseconds(mentors.Count * newcomers.Count, () => Shared(mentors, newcomers))),
            new("laid out anew for each pair", () => Nanoseconds(mentors.Count * some.Count, () => SharedAnew(mentors, some))));
    }

    private static int Shared(IReadOnlyList<Person> mentors, IReadOnlyList<Person> newcomers)
    {
        var years = new ZoneYears(From);
        return newcomers.Sum(newcomer =>
        {
            var weeks = mentors.Select(mentor => mentor.Zone).Distinct().ToDictionary(zone => zone, zone => Weeks(newcomer, zone, years));
            return mentors.Count(mentor => weeks[mentor.Zone].LeastMinutes(mentor.Week) >= 60);
        });
    }

    private static int SharedAnew(IReadOnlyList<Person> mentors, IReadOnlyList<Person> newcomers) =>
        newcomers.Sum(newcomer => mentors.Count(mentor => Weeks(newcomer, mentor.Zone, new ZoneYears(From)).LeastMinutes(mentor.Week) >= 60));

    private static SharedWeeks Weeks(Person newcomer, string zone, ZoneYears years) =>
        new(newcomer.Week, years.Between(years.Of(newcomer.Zone), years.Of(zone)));

    private static async Task<double> Nanoseconds(int pairs, Func<int> work) =>
        1e9 * await Timed.Seconds(() => Task.FromResult(work())) / pairs / WeekCount;

    private static List<Person> People(string file)
    {
        var rows = Spreadsheet.Sample(file);
        var (zone, availability) = (Array.IndexOf(rows[0], "time_zone"), Array.IndexOf(rows[0], "availability"));
        return [.. rows.Skip(1).Select(row => new Person(LocalWeek.EdgesOf(WeeklyAvailability.Parse(row[availability])), row[zone]))];
    }

    private sealed record Person(ushort[] Week, string Zone);
}
