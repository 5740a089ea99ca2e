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
    public void An_old_name_of_a_zone_has_the_same_country(string zone, string country) => Assert.Equal(country, Countries.OfZone(zone));

    [Theory]
    [InlineData("Iceland")]
    [InlineData("GB")]
    [InlineData("UTC")]
    [InlineData("Etc/GMT+5")]
    [InlineData("Nowhere/Atlantis")]
    [InlineData("")]
    [InlineData(null)]
    public void Rather_no_country_than_a_wrong_one(string? zone) => Assert.Null(Countries.OfZone(zone));

    [Fact]
    public void Every_zone_of_the_database_is_answered_without_an_error() =>
        Assert.All(DateTimeZoneProviders.Tzdb.Ids, zone => Assert.True(Countries.OfZone(zone) is null or { Length: 2 }));
}
