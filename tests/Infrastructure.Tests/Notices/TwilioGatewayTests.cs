using Mentorship.Infrastructure.Notices.Sms;

namespace Mentorship.Infrastructure.Tests.Notices;

public sealed class TwilioGatewayTests
{
    private static readonly SmsMessage Text = new("+15550000003", "A note.", new Uri("https://notes.example.org/hooks/texts/token"));

    [Fact]
    public void A_text_says_to_whom_by_whom_and_where_to_tell_what_became_of_it() => Assert.Equal(
        [
            new("To", "+15550000003"),
            new("From", "+15559990000"),
            new("Body", "A note."),
            new("StatusCallback", "https://notes.example.org/hooks/texts/token"),
        ],
        TwilioGateway.FormOf(Text, At("https://gateway.example/")));

    [Theory]
    [InlineData("https://gateway.example/", false), InlineData("http://127.0.0.1:5001/", true)]
    public void A_service_on_this_machine_is_called_back_by_a_gateway_on_it_alone(string gateway, bool isAsked)
    {
        var form = TwilioGateway.FormOf(Text with { Status = new Uri("http://localhost:5080/hooks/texts/token") }, At(gateway));
        Assert.Equal(isAsked, form.Any(f => f.Key == "StatusCallback"));
    }

    private static SmsSettings At(string url) => new(new Uri(url), "AC1", "token", "+15559990000");
}
