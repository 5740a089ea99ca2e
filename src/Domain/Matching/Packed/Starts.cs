using System.Collections.Concurrent;
using NodaTime;

namespace Mentorship.Domain.Matching.Packed;

/// <summary>
/// The first days of the mentors' present times in recovery, as days of the Unix epoch, and, for each minimum that a pathway asks, the day
/// on which it is reached: worked out on the calendar once for each first day that occurs, not for each mentor.
/// </summary>
internal sealed class Starts
{
    public const int Unsaid = int.MaxValue;

    private static readonly LocalDate Epoch = new(1970, 1, 1);
    private readonly ConcurrentDictionary<Period, int[]> _reached = new();
    private readonly int _first;
    private readonly int _count;

    public Starts(int[] of)
    {
        Of = of;
        var stated = of.Where(day => day != Unsaid).DefaultIfEmpty(0);
        _first = stated.Min();
        _count = stated.Max() - _first + 1;
    }

    /// <summary>By mentor.</summary>
    public int[] Of { get; }

    /// <summary>By first day, counted from <see cref="Index"/>.</summary>
    public int[] Reached(Period minimum) =>
        _reached.GetOrAdd(minimum, period => [.. Enumerable.Range(_first, _count).Select(day => DayOf(Epoch.PlusDays(day) + period))]);

    public int Index(int day) => day - _first;

    public static int DayOf(LocalDate? date) => date is { } stated ? Period.DaysBetween(Epoch, stated) : Unsaid;
}
