using Mentorship.Domain.Safety;
using NodaTime;

namespace Mentorship.Domain.Tests.Safety;

public class CrisisLinesTests
{
    public static TheoryData<string> EuropeanUnion =>
    [
        "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU",
        "IE", "IT", "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK",
    ];

    [Theory]
    [InlineData("US", "911", "988", "18006624357", "18004262537")]
    [InlineData("CA", "911", "988", "211")]
    [InlineData("GB", "999", "116123", "85258", "111", "03001236600", "03001231110", "08088020133")]
    [InlineData("IE", "999", "112", "116123", "50808", "1800459459")]
    [InlineData("AU", "000", "131114", "0477131114", "1800250015", "1800858858")]
    [InlineData("NZ", "111", "1737", "0800543354", "0800787797", "0800654655")]
    [InlineData("IN", "112", "14416", "14446")]
    [InlineData("ZA", "112", "0800567567", "0800121314")]
    [InlineData("DE", "112", "116123")]
    [InlineData("LV", "112", "116123")]
    public void A_country_has_its_own_lines_emergency_first(string country, params string[] numbers) =>
        Assert.Equal(numbers, CrisisLines.For(country).Where(line => line.Dial is not null).Select(line => line.Dial));

    [Theory]
    [MemberData(nameof(EuropeanUnion))]
    public void The_european_emergency_number_is_given_in_every_member_state(string country) =>
        Assert.Contains(CrisisLines.For(country), line => line is { Number: "112", About: CrisisTopic.Emergency });

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("ZZ")]
    [InlineData("the moon")]
    public void An_unknown_country_is_given_the_directory(string? country)
    {
        var line = Assert.Single(CrisisLines.For(country));

        Assert.Equal(new Uri("https://findahelpline.com"), line.Web);
        Assert.Equal([CrisisWay.Web], line.How);
    }

    [Fact]
    public void Every_country_ends_with_the_directory() => Assert.All(
        CrisisLines.Current.Countries, country => Assert.Same(CrisisLines.Current.Elsewhere, CrisisLines.For(country)[^1]));

    [Theory]
    [InlineData("gb")]
    [InlineData(" Gb ")]
    public void A_country_is_found_in_any_case(string country) => Assert.Equal(CrisisLines.For("GB"), CrisisLines.For(country));

    [Fact]
    public void No_line_is_called_verified_that_nobody_has_tried() =>
        Assert.All(CrisisLines.Current.Countries.SelectMany(country => CrisisLines.For(country)), line =>
            Assert.Equal(line.VerifiedOn is null, line.Verification == "Not yet verified by this community"));

    [Theory]
    [InlineData("GB", "116 123", "2026-01-05"), InlineData(" gb", "116123", "2026-01-05"), InlineData("DE", "116 123", null), InlineData("GB", "999", null)]
    public void A_line_that_a_community_tried_says_when_in_that_country_alone(string country, string number, string? on)
    {
        TriedLine[] tried = [new("GB", "116123", "2025-12-31"), new("gb", "116 123", "2026-01-05")];
        var line = CrisisLines.For(country, tried).Single(l => l.IsCalled(number));
        Assert.Equal(on is null ? "Not yet verified by this community" : $"Verified on {on}", line.Verification);
    }

    [Fact]
    public void The_directory_is_tried_once_for_every_country() =>
        Assert.All(CrisisLines.Current.Countries.Append("ZZ"), country =>
            Assert.Equal("Verified on 2026-01-05", CrisisLines.For(country, [new("US", "findahelpline.com", "2026-01-05")])[^1].Verification));

    [Fact]
    public void A_line_that_was_tried_says_when()
    {
        var line = CrisisLines.For("US")[0] with { VerifiedOn = new LocalDate(2026, 1, 5) };

        Assert.True(line.IsVerified);
        Assert.Equal("Verified on 2026-01-05", line.Verification);
    }

    [Fact]
    public void Every_country_has_an_emergency_number_and_no_number_twice() => Assert.All(CrisisLines.Current.Countries, country =>
    {
        var lines = CrisisLines.For(country);

        Assert.Equal(CrisisTopic.Emergency, lines[0].About);
        Assert.Equal(lines.Count, lines.Select(line => line.Dial).Distinct().Count());
    });

    [Fact]
    public void A_text_line_says_which_word_to_send() =>
        Assert.Equal("SHOUT", CrisisLines.For("GB").Single(line => line.Number == "85258").TextWord);
}
