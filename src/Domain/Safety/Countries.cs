using System.Collections.Frozen;
using NodaTime.TimeZones;

namespace Mentorship.Domain.Safety;

/// <summary>Countries by time zone, from the zone database's own table of places.</summary>
public static class Countries
{
    private static readonly FrozenDictionary<string, string> ByZone =
        Source.ZoneLocations!.ToFrozenDictionary(place => place.ZoneId, place => place.CountryCode);

    private static readonly FrozenDictionary<string, string> ByLoneZone =
        Source.Zone1970Locations!
            .Where(place => place.Countries.Count == 1)
            .ToFrozenDictionary(place => place.ZoneId, place => place.Countries[0].Code);

    /// <summary>Old names that say their country, and lead to a zone of several.</summary>
    private static readonly FrozenDictionary<string, string> ByName = new Dictionary<string, string>
    {
        ["Africa/Asmera"] = "ER",
        ["Africa/Timbuktu"] = "ML",
        ["America/Coral_Harbour"] = "CA",
        ["America/Montreal"] = "CA",
        ["America/Nipigon"] = "CA",
        ["America/Thunder_Bay"] = "CA",
        ["Antarctica/South_Pole"] = "AQ",
        ["Asia/Rangoon"] = "MM",
        ["Atlantic/Jan_Mayen"] = "SJ",
        ["Canada/Eastern"] = "CA",
        ["Europe/Belfast"] = "GB",
        ["GB"] = "GB",
        ["GB-Eire"] = "GB",
        ["Japan"] = "JP",
        ["NZ"] = "NZ",
        ["Pacific/Ponape"] = "FM",
        ["Pacific/Truk"] = "FM",
        ["Pacific/Yap"] = "FM",
        ["Singapore"] = "SG",
        ["US/Arizona"] = "US",
        ["US/Samoa"] = "AS",
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, string> Names =
        Source.ZoneLocations!.GroupBy(place => place.CountryCode).ToFrozenDictionary(places => places.Key, places => places.First().CountryName);

    private static TzdbDateTimeZoneSource Source => TzdbDateTimeZoneSource.Default;

    /// <summary>The name in English of a country (ISO 3166-1 alpha-2); the code where it is not known.</summary>
    public static string NameOf(string code) => Names.GetValueOrDefault(code, code);

    /// <summary>
    /// ISO 3166-1 alpha-2 code of the country of an IANA zone; null when it has none (UTC) or the id is not known. An old name
    /// (Asia/Calcutta) says its country, or is followed to a zone of one country: "Iceland" leads to Africa/Abidjan, and a wrong country is
    /// worse here than none.
    /// </summary>
    public static string? OfZone(string? zoneId)
    {
        if (zoneId is null)
        {
            return null;
        }
        return ByZone.GetValueOrDefault(zoneId)
            ?? ByName.GetValueOrDefault(zoneId)
            ?? (Source.CanonicalIdMap.TryGetValue(zoneId, out var canonical) ? ByLoneZone.GetValueOrDefault(canonical) : null);
    }
}
