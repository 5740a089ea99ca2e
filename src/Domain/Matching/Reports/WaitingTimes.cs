using Mentorship.Domain.Members;
using Mentorship.Domain.Pathways;
using NodaTime;

namespace Mentorship.Domain.Matching.Reports;

/// <summary>How long one group waits.</summary>
/// <param name="By">pathway, gender, language or age.</param>
/// <param name="Group">The pathway's id, the word, the first language or the age band; <c>not stated</c> where nothing is said.</param>
/// <param name="Median">Days; the mean of the two in the middle where the number is even.</param>
/// <param name="IsLong">The median is more than 1.25 times that of all.</param>
public sealed record GroupWait(string By, string Group, int Count, double Median, bool IsLong);

/// <summary>The days that open requests have waited, in all and by group of newcomers; a group of fewer than five is not shown.</summary>
public sealed record WaitingTimes(int Count, double Median, IReadOnlyList<GroupWait> Groups, int GroupsNotShown)
{
    public const int SmallestGroup = 5;
    public const double LongFrom = 1.25;

    private const string NotStated = "not stated";

    /// <summary>The first year of each band of ages.</summary>
    private static readonly int[] BandStarts = [18, 25, 35, 45, 55, 65];

    internal static WaitingTimes Of(IReadOnlyList<Ask> asks, Func<Ask, int> daysOf, Instant now)
    {
        var days = asks.Select(daysOf).ToList();
        var all = MedianOf(days);
        var year = now.InUtc().Year;
        var groups = new[]
        {
            Grouped("pathway", ask => ask.Request.Pathway),
            Grouped("gender", ask => StatedGender.Of(ask.Newcomer.Profile.Gender) is { IsStated: true } stated ? stated.Word : NotStated),
            Grouped("language", ask => ask.Newcomer.Profile.Languages is [var first, ..] ? first : NotStated),
            Grouped("age", ask => BandOf(ask.Newcomer.Profile, year)),
        }.SelectMany(group => group).ToList();
        return new(
            days.Count, all, [.. groups.Where(group => group.Count >= SmallestGroup)], groups.Count(group => group.Count < SmallestGroup));

        IEnumerable<GroupWait> Grouped(string heading, Func<Ask, string> groupOf) =>
            from ask in asks
            group daysOf(ask) by groupOf(ask) into waits
            orderby waits.Key
            let median = MedianOf(waits.ToList())
            select new GroupWait(heading, waits.Key, waits.Count(), median, median > LongFrom * all);
    }

    internal static double MedianOf(IReadOnlyCollection<int> days)
    {
        if (days.Count == 0) return 0;
        int[] sorted = [.. days.Order()];
        var middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2.0;
    }

    /// <summary>By the year of birth alone, so that somebody may stand one band too high until their birthday.</summary>
    private static string BandOf(Profile profile, int year)
    {
        if (profile.BirthYear is not { } born) return NotStated;
        var band = Array.FindLastIndex(BandStarts, start => year - born >= start);
        if (band < 0) return "under 18";
        return band == BandStarts.Length - 1 ? $"{BandStarts[band]} and over" : $"{BandStarts[band]}–{BandStarts[band + 1] - 1}";
    }
}
