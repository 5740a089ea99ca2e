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

    /// <summary>Null where this version knows no such zone.</summary>
    public static DateTimeZone? Find(string id) => DateTimeZoneProviders.Tzdb.GetZoneOrNull(id);

    /// <summary>UTC where this version knows no such zone: for what is shown, which is better off by hours than not there.</summary>
    public static DateTimeZone OrUtc(string id) => Find(id) ?? DateTimeZone.Utc;

    public static DateTimeZone Get(string id) => Find(id)
        ?? throw new RuleBroken("zone-unknown", "This time zone is not known. Use an IANA name such as Europe/Dublin.");
}
