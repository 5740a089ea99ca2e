using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Text;

namespace Mentorship.Api.Tour;

/// <summary>
/// When a tour begins: a week before the first clock change of the zone that most people are in, and after every date in the spreadsheets,
/// so that fourteen days lie across the change.
/// </summary>
internal static partial class StartOfTour
{
    public static Instant For(string mentors, string newcomers)
    {
        var latest = Dates().Matches(mentors + newcomers).Select(m => LocalDatePattern.Iso.Parse(m.Value)).Where(d => d.Success)
            .Select(d => d.Value).DefaultIfEmpty(new LocalDate(2026, 1, 1)).Max();
        var after = latest.PlusDays(1 + TourOptions.Days / 2).AtStartOfDayInZone(DateTimeZone.Utc).ToInstant();
        return ChangeAfter(after, ZonesByUse(mentors + newcomers)) - Duration.FromDays(TourOptions.Days / 2);
    }

    private static Instant ChangeAfter(Instant after, IEnumerable<DateTimeZone> zones)
    {
        foreach (var zone in zones)
            if (zone.GetZoneInterval(after) is { HasEnd: true } interval && interval.End < after + Duration.FromDays(400))
                return interval.End;
        return after;
    }

    private static IEnumerable<DateTimeZone> ZonesByUse(string text) => ZoneNames().Matches(text)
        .Select(m => DateTimeZoneProviders.Tzdb.GetZoneOrNull(m.Value)).OfType<DateTimeZone>()
        .CountBy(zone => zone.Id).OrderByDescending(z => z.Value).ThenBy(z => z.Key, StringComparer.Ordinal)
        .Select(z => DateTimeZoneProviders.Tzdb[z.Key]);

    [GeneratedRegex(@"\b20\d\d-\d\d-\d\d")]
    private static partial Regex Dates();

    [GeneratedRegex(@"\b[A-Z][A-Za-z]+/[A-Z][A-Za-z_/]+")]
    private static partial Regex ZoneNames();
}
