using Mentorship.Domain.Time;

namespace Mentorship.Domain.Tests.Time;

public sealed class ZonesTests
{
    [Theory]
    [InlineData("Europe/Dublin", true), InlineData("America/Argentina/La_Rioja", true), InlineData("Etc/UTC", true), InlineData("UTC", true)]
    [InlineData("UTC+03:00", false), InlineData("UTC-07", false), InlineData("europe/dublin", false), InlineData("", false)]
    public void A_zone_is_a_name_that_IANA_knows_and_no_distance_from_utc(string id, bool isKnown) => Assert.Equal(isKnown, Zones.IsKnown(id));
}
