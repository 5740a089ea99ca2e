using Mentorship.Infrastructure.Notices.Email;

namespace Mentorship.Infrastructure.Tests.Notices;

public sealed class InternetMessageTests
{
    private static EmailRefused Refused(EmailMessage email) =>
        Assert.Throws<EmailRefused>(() => InternetMessage.Of(email, Letters.Sender, Letters.Now));

    [Theory]
    [InlineData("\r\nBcc: other@mail.example"), InlineData("\nBcc: other@mail.example"), InlineData("\r"), InlineData("\0"), InlineData("\u0085")]
    public void A_line_break_in_a_field_is_refused(string addition)
    {
        Assert.Equal("address-malformed", Refused(Letters.Plain with { To = Letters.Plain.To + addition }).Code);
        Assert.Equal("subject-control-character", Refused(Letters.Plain with { Subject = Letters.Plain.Subject + addition }).Code);
        Assert.Equal("message-id-malformed", Refused(Letters.Plain with { MessageId = Letters.Plain.MessageId + addition }).Code);
    }

    [Fact]
    public void A_line_break_in_the_address_to_stop_at_stays_in_the_address()
    {
        var stop = new Uri("https://notes.example/stop/a%0D%0ABcc:x?y=\r\nz");
        using var message = InternetMessage.Of(Letters.Plain with { OneClickUnsubscribe = stop }, Letters.Sender, Letters.Now);

        Assert.DoesNotContain('\n', message.Headers["List-Unsubscribe"]!);
        Assert.DoesNotContain('\r', message.Headers["List-Unsubscribe"]!);
    }

    [Theory]
    [InlineData("", "address-malformed"), InlineData("someone", "address-malformed"), InlineData("@mail.example", "address-malformed")]
    [InlineData("Some One <someone@mail.example>", "address-malformed"), InlineData("a@mail.example, b@mail.example", "address-malformed")]
    [InlineData("a@mail.example;b@mail.example", "address-malformed"), InlineData(" a@mail.example", "address-malformed")]
    [InlineData("żółw@mail.example", "address-not-ascii"), InlineData("jos\u00E9@mail.example", "address-not-ascii")]
    public void An_address_that_cannot_be_written_to_is_refused_without_being_repeated(string to, string code)
    {
        var refused = Refused(Letters.Plain with { To = to });

        Assert.Equal(code, refused.Code);
        Assert.DoesNotContain("mail.example", refused.ToString());
    }

    [Fact]
    public void An_address_longer_than_254_characters_is_refused() =>
        Assert.Equal("address-malformed", Refused(Letters.Plain with { To = $"a@{new string('b', 250)}.example" }).Code);

    [Theory]
    [InlineData(""), InlineData("<a@b>"), InlineData("a b"), InlineData("a@b"), InlineData(".a")]
    [InlineData("a..b"), InlineData("../a"), InlineData("a/b")]
    public void A_message_id_is_only_letters_digits_and_marks(string messageId) =>
        Assert.Equal("message-id-malformed", Refused(Letters.Plain with { MessageId = messageId }).Code);

    [Fact]
    public async Task A_domain_in_other_letters_travels_as_punycode()
    {
        await using var sink = new SmtpSink();
        var transport = new SmtpTransport(new SmtpSettings(sink.Host, sink.Port, StartTls: false), Letters.Sender, Letters.Clock);

        await transport.Send(Letters.Plain with { To = "someone@bücher.example" }, CancellationToken.None);

        Assert.Contains("RCPT TO:<someone@xn--bcher-kva.example>", sink.Commands);
    }

    [Fact]
    public void Neither_an_email_nor_the_settings_print_what_is_personal_or_secret()
    {
        Assert.Equal("e-mail 0198f-email.1", Letters.Plain.ToString());
        Assert.Equal("smtp.example:587", new SmtpSettings("smtp.example", 587, true, "user", "secret").ToString());
    }
}
