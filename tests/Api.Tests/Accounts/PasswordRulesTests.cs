using Mentorship.Infrastructure.Accounts.Passwords;

namespace Mentorship.Api.Tests.Accounts;

public sealed class PasswordRulesTests
{
    [Theory]
    [InlineData("passwordpassword")]
    [InlineData("Password Password")]
    [InlineData("P@ssw0rdP@ssw0rd")]
    [InlineData("Passw0rd12345678!")]
    [InlineData("passwordpassword2026!!")]
    [InlineData("123456789012345")]
    [InlineData("987654321098765432")]
    [InlineData("aaaaaaaaaaaaaaa")]
    [InlineData("---------------")]
    [InlineData("               ")]
    [InlineData("abcdefghijklmnop")]
    [InlineData("qwertyuiopasdfghjkl")]
    [InlineData("1qaz2wsx3edc4rfv")]
    [InlineData("abc123abc123abc123")]
    [InlineData("k7#k7#k7#k7#k7#k7")]
    [InlineData("iloveyouforever")]
    [InlineData("I L0v3 Y0u I L0v3 Y0u")]
    [InlineData("letmeinletmein1")]
    [InlineData("correct horse battery staple")]
    [InlineData("mentorship-mentorship")]
    [InlineData("one day at a time")]
    [InlineData("OneDayAtATime2026")]
    [InlineData("keep coming back")]
    [InlineData("serenity-prayer")]
    [InlineData("christmas-december")]
    [InlineData("monkeydragon1984")]
    public void The_common_and_the_predictable_are_refused(string password) =>
        Assert.Equal("password-common", PasswordRules.Problem(password, null)?.Code);

    [Theory]
    [InlineData("jonas.weber@north.example")]
    [InlineData("JonasWeber-2026")]
    [InlineData("webernorth12345")]
    [InlineData("jonasjonasjonas")]
    public void What_is_made_of_one_s_own_address_is_refused(string password)
    {
        Assert.Equal("password-common", PasswordRules.Problem(password, "jonas.weber@north.example")?.Code);
        Assert.Null(PasswordRules.Problem("seven grey geese fly", "jonas.weber@north.example"));
    }

    [Theory]
    [InlineData("seven grey geese fly over Tallinn")]
    [InlineData("monkey dragon sunset kettle")]
    [InlineData("tr0ub4dor&3xkcd936")]
    [InlineData("hX9$kq2Lm!vR7pZ")]
    [InlineData("8375920461738295604")]
    [InlineData("наш дом стоит у реки")]
    [InlineData("猫が窓辺で静かに眠っている午後だ")]
    public void Length_is_enough_when_it_is_not_predictable(string password) => Assert.Null(PasswordRules.Problem(password, null));

    [Theory]
    [InlineData(14, "password-too-short")]
    [InlineData(15, null)]
    [InlineData(256, null)]
    [InlineData(257, "password-too-long")]
    public void Characters_are_counted_as_code_points(int length, string? code)
    {
        // Two UTF-16 units each.
        var password = string.Concat(Enumerable.Range(0, length).Select(i => char.ConvertFromUtf32(0x1F300 + i * 7 % 251)));
        Assert.Equal(code, PasswordRules.Problem(password, null)?.Code);
    }

    [Fact]
    public void The_longest_input_is_judged_without_searching_for_ever()
    {
        var password = string.Concat(Enumerable.Repeat("love123", 40))[..255] + "x";
        Assert.Null(PasswordRules.Problem(password.Replace("love1", "lovex", StringComparison.Ordinal), "love@love.example"));
    }
}
