using Mentorship.Domain.Safety;
using NodaTime;

namespace Mentorship.Domain.Tests.Safety;

public class CountriesTests
{
    [Theory]
    [InlineData("America/New_York", "US")]
    [InlineData("America/Toronto", "CA")]
    [InlineData("Europe/London", "GB")]
    [InlineData("Europe/Dublin", "IE")]
    [InlineData("Australia/Lord_Howe", "AU")]
    [InlineData("Pacific/Auckland", "NZ")]
    [InlineData("Africa/Johannesburg", "ZA")]
    [InlineData("Atlantic/Reykjavik", "IS")]
    [InlineData("Europe/Amsterdam", "NL")]
    public void A_zone_has_a_country(string zone, string country) => Assert.Equal(country, Countries.OfZone(zone));

    [Theory]
    [InlineData("Asia/Calcutta", "IN")]
    [InlineData("Europe/Kiev", "UA")]
    [InlineData("US/Eastern", "US")]
    [InlineData("GB", "GB")] // its name says it, whomever else the zone serves today
    [InlineData("GB-Eire", "GB")]
    [InlineData("Europe/Belfast", "GB")]
    [InlineData("Europe/Jersey", "JE")]
    [InlineData("NZ", "NZ")]
    [InlineData("NZ-CHAT", "NZ")]
    [InlineData("America/Montreal", "CA")]
    [InlineData("Japan", "JP")]
    [InlineData("Singapore", "SG")]
    [InlineData("Asia/Rangoon", "MM")]
    [InlineData("Pacific/Truk", "FM")]
    [InlineData("US/Samoa", "AS")] // as Pacific/Pago_Pago
    public void An_old_name_of_a_zone_has_the_same_country(string zone, string country) => Assert.Equal(country, Countries.OfZone(zone));

    [Theory]
    [InlineData("Iceland")]
    [InlineData("America/Virgin")] // British or of the United States
    [InlineData("Pacific/Samoa")] // Samoa or American Samoa
    [InlineData("UTC")]
    [InlineData("Etc/GMT+5")]
    [InlineData("Nowhere/Atlantis")]
    [InlineData("")]
    [InlineData(null)]
    public void Rather_no_country_than_a_wrong_one(string? zone) => Assert.Null(Countries.OfZone(zone));

    [Fact]
    public void Every_zone_of_the_database_is_answered_without_an_error() =>
        Assert.All(DateTimeZoneProviders.Tzdb.Ids, zone => Assert.True(Countries.OfZone(zone) is null or { Length: 2 }));

    [Fact]
    public void Every_name_under_US_or_Canada_has_that_country()
    {
        Assert.All(Under("US/").Except(["US/Samoa"]), zone => Assert.Equal("US", Countries.OfZone(zone)));
        Assert.All(Under("Canada/"), zone => Assert.Equal("CA", Countries.OfZone(zone)));

        static IReadOnlyList<string> Under(string prefix)
        {
            var zones = DateTimeZoneProviders.Tzdb.Ids.Where(zone => zone.StartsWith(prefix, StringComparison.Ordinal)).ToList();
            Assert.NotEmpty(zones);
            return zones;
        }
    }

    [Fact]
    public void Only_a_name_that_says_no_country_or_two_has_none() => Assert.Equal(
        [
            "America/Virgin", "CET", "CST6CDT", "EST", "EST5EDT", "GMT", "GMT+0", "GMT-0", "GMT0", "Greenwich", "Iceland", "MET", "MST",
            "MST7MDT", "PST8PDT", "Pacific/Samoa", "UCT", "UTC", "Universal", "Zulu",
        ],
        DateTimeZoneProviders.Tzdb.Ids.Where(zone => Countries.OfZone(zone) is null && !zone.StartsWith("Etc/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal));
}
