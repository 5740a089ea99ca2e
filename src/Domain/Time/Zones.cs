using NodaTime;
using NodaTime.TimeZones;

namespace Mentorship.Domain.Time;

/// <summary>IANA zones from NodaTime's own database; an unknown name is <c>zone-unknown</c>.</summary>
public static class Zones
{
    /// <summary>Of the zone database, such as 2026b.</summary>
    public static string Version => TzdbDateTimeZoneSource.Default.TzdbVersion;

    public static bool IsKnown(string id) => DateTimeZoneProviders.Tzdb.GetZoneOrNull(id) is not null;

    public static DateTimeZone Get(string id) => DateTimeZoneProviders.Tzdb.GetZoneOrNull(id)
        ?? throw new RuleBroken("zone-unknown", "This time zone is not known. Use an IANA name such as Europe/Dublin.");
}
