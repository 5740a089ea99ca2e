using Mentorship.Domain.Time;

namespace Mentorship.Domain.Tests.Time;

/// <summary>Random windows: short ones, nights past midnight, whole days, and the small hours of a Sunday when clocks change.</summary>
internal static class SomeAvailability
{
    private static readonly string[] Days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
    private static readonly int[] Grids = [1, 15, 30, 60];

    public static WeeklyAvailability From(Random random)
    {
        var grid = Grids[random.Next(Grids.Length)];
        var windows = Enumerable.Range(0, random.Next(1, random.Next(3) == 0 ? 40 : 10)).Select(_ => Window(random, grid));
        return WeeklyAvailability.Parse(string.Join("; ", windows));
    }

    private static string Window(Random random, int grid)
    {
        var smallHours = random.Next(4) == 0;
        var day = smallHours ? Days[random.Next(5, 7)] : Days[random.Next(7)];
        var from = smallHours ? random.Next(5 * 60) : random.Next(24 * 60);
        var to = from + random.Next(1, random.Next(3) == 0 ? 24 * 60 + 1 : 180);
        return $"{day} {Clock(from, grid)}-{Clock(to, grid)}";
    }

    private static string Clock(int minute, int grid)
    {
        var onGrid = minute / grid * grid % 1440;
        return $"{onGrid / 60:00}:{onGrid % 60:00}";
    }
}
