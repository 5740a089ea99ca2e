using NodaTime;
using NodaTime.TimeZones;

namespace Mentorship.Domain.Time;

/// <summary>IANA zones from NodaTime's own database; an unknown name is <c>zone-unknown</c>.</summary>
public static class Zones
{
    /// <summary>Of the zone database, such as 2026b.</summary>
    public static string Version => TzdbDateTimeZoneSource.Default.TzdbVersion;

    private static readonly HashSet<string> Ids = [.. DateTimeZoneProviders.Tzdb.Ids];

    /// <summary>Whether it is an IANA name; a fixed distance from UTC, such as UTC+03:00, follows no clock of a place.</summary>
    public static bool IsKnown(string id) => Ids.Contains(id);

    public static DateTimeZone Get(string id) => DateTimeZoneProviders.Tzdb.GetZoneOrNull(id)
        ?? throw new RuleBroken("zone-unknown", "This time zone is not known. Use an IANA name such as Europe/Dublin.");
}
