using NodaTime;

namespace Mentorship.Domain.Time;

/// <summary>IANA zones from NodaTime's own database; an unknown name is <c>zone-unknown</c>.</summary>
public static class Zones
{
    public static bool IsKnown(string id) => DateTimeZoneProviders.Tzdb.GetZoneOrNull(id) is not null;

    public static DateTimeZone Get(string id) => DateTimeZoneProviders.Tzdb.GetZoneOrNull(id)
        ?? throw new RuleBroken("zone-unknown", "This time zone is not known. Use an IANA name such as Europe/Dublin.");
}
