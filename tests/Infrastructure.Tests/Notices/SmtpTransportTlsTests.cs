using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Mentorship.Infrastructure.Notices.Email;

namespace Mentorship.Infrastructure.Tests.Notices;

public sealed class SmtpTransportTlsTests
{
    private static SmtpTransport To(SmtpSink sink, bool startTls, X509Certificate2? trusted = null) => new(
        new SmtpSettings("localhost", sink.Port, startTls, "user", "correct horse")
        {
            Timeout = TimeSpan.FromSeconds(30),
            Vouches = trusted is null ? null : (_, shown, _, _) => shown?.GetCertHashString() == trusted.Thumbprint,
        },
        Letters.Sender,
        Letters.Clock);

    [Fact]
    public async Task Sign_in_and_message_go_over_tls_once_the_server_is_known()
    {
        using var certificate = Certificate();
        await using var sink = new SmtpSink { Certificate = certificate };

        await To(sink, startTls: true, certificate).Send(Letters.Plain, CancellationToken.None);

        Assert.Single(sink.Messages);
        Assert.Equal(["EHLO", "STARTTLS"], sink.Commands.Where(command => !command.StartsWith("tls ")).Select(Verb));
        Assert.Contains(sink.Commands, command => command.StartsWith("tls AUTH"));
    }

    [Fact]
    public async Task A_server_that_offers_no_tls_is_told_nothing_when_tls_is_required()
    {
        await using var sink = new SmtpSink();

        await Assert.ThrowsAsync<EmailUnavailable>(() => To(sink, startTls: true).Send(Letters.Plain, CancellationToken.None));

        Assert.Empty(sink.Messages);
        Assert.DoesNotContain(sink.Commands, command => Verb(command) is "AUTH" or "MAIL" or "RCPT");
    }

    [Fact]
    public async Task A_server_that_nobody_vouches_for_is_told_nothing()
    {
        using var certificate = Certificate();
        await using var sink = new SmtpSink { Certificate = certificate };

        var unavailable = await Assert.ThrowsAsync<EmailUnavailable>(() =>
            To(sink, startTls: true).Send(Letters.Plain, CancellationToken.None));

        Assert.Equal("connection", unavailable.Code);
        Assert.Empty(sink.Messages);
        Assert.Equal(["EHLO", "STARTTLS"], sink.Commands.Select(Verb));
    }

    [Fact]
    public async Task A_wrong_password_is_ours_to_mend_and_no_refusal()
    {
        await using var sink = new SmtpSink { Replies = { ["AUTH"] = "535 5.7.8 no" } };

        var unavailable = await Assert.ThrowsAsync<EmailUnavailable>(() => To(sink, startTls: false).Send(Letters.Plain, CancellationToken.None));

        Assert.Equal(("sign-in", true), (unavailable.Code, unavailable.OfChannel));
        Assert.DoesNotContain(sink.Commands, command => Verb(command) is "MAIL" or "RCPT");
    }

    private static string Verb(string command) => command.Split(' ')[0];

    private static X509Certificate2 Certificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var now = DateTimeOffset.UtcNow;
        return request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
    }
}
