using Mentorship.Infrastructure.Notices.Sms;

namespace Mentorship.Infrastructure.Tests.Notices;

public sealed class TwilioSignatureTests
{
    private const string Token = "12345";
    private static readonly Uri Address = new("https://mycompany.com/myapp.php?foo=1&bar=2");

    private static readonly Dictionary<string, string> Fields = new()
    {
        ["To"] = "+18005551212",
        ["Digits"] = "1234",
        ["CallSid"] = "CA1234567890ABCDE",
        ["From"] = "+14158675309",
        ["Caller"] = "+14158675309",
    };

    [Fact]
    public void It_is_the_one_that_the_gateway_makes() =>
        Assert.Equal("RSOYDt4T1cUTdK1PDd93/VVr8B8=", TwilioSignature.Of(Token, Address, Fields));

    [Fact]
    public void A_signature_of_another_address_field_or_token_does_not_match()
    {
        var signature = TwilioSignature.Of(Token, Address, Fields);
        Assert.True(TwilioSignature.Matches(signature, Token, Address, Fields));
        Assert.False(TwilioSignature.Matches(signature, "12346", Address, Fields));
        Assert.False(TwilioSignature.Matches(signature, Token, new Uri("https://mycompany.com/myapp.php"), Fields));
        Assert.False(TwilioSignature.Matches(signature, Token, Address, new Dictionary<string, string>(Fields) { ["Digits"] = "1235" }));
        Assert.False(TwilioSignature.Matches(signature, Token, Address, new Dictionary<string, string>(Fields) { ["More"] = "" + 1 }));
    }

    [Theory]
    [InlineData(null), InlineData(""), InlineData("no base64!"), InlineData("RSOYDt4T1cUTdK1PDd93"), InlineData("RSOYDt4T1cUTdK1PDd93/VVr8B8AAAAAAAAAAAAA")]
    public void What_is_no_signature_does_not_match(string? signature) => Assert.False(TwilioSignature.Matches(signature, Token, Address, Fields));
}
