using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;
using NodaTime;

namespace Mentorship.Infrastructure.Notices.Email;

/// <summary>Hands e-mails to a mail server; a connection is kept for a run of mails, and each failure begins a new one.</summary>
internal sealed class SmtpTransport(SmtpSettings settings, Mailbox sender, IClock clock) : IEmailTransport, IDisposable
{
    private readonly SmtpConnections _connections = new(settings, sender.Domain);

    public async Task Send(EmailMessage email, CancellationToken cancellationToken)
    {
        using var message = InternetMessage.Of(email, sender, clock.GetCurrentInstant());
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(settings.Timeout);
        try
        {
            // A certificate that came incomplete is completed from the network, and that heeds no limit.
            await HandOver(message, limit.Token).WaitAsync(limit.Token);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested && Said(failure) is { } said)
        {
            throw said; // and never what was caught: it quotes the server, and the server quotes addresses
        }
    }

    public void Dispose() => _connections.Dispose();

    private async Task HandOver(MimeMessage message, CancellationToken limit)
    {
        var connection = await _connections.Take(limit);
        try
        {
            await connection.Client.SendAsync(message, limit);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
        _connections.GiveBack(connection);
    }

    private static Exception? Said(Exception failure) => failure switch
    {
        OperationCanceledException => new EmailUnavailable("timeout"),
        SmtpCommandException no => Said(no, (int)no.StatusCode),
        ServiceNotAuthenticatedException => new EmailUnavailable("smtp-530"),
        AuthenticationException => new EmailUnavailable("sign-in"),
        NotSupportedException => new EmailUnavailable("connection"), // no STARTTLS, or no way to sign in that both know: nothing was said
        ProtocolException or SslHandshakeException or IOException or SocketException => new EmailUnavailable("connection"),
        _ => null,
    };

    private static Exception Said(SmtpCommandException no, int status) => no.ErrorCode switch
    {
        SmtpErrorCode.RecipientNotAccepted or SmtpErrorCode.MessageNotAccepted when IsLasting(status) && IsOfPolicy(no) =>
            new EmailUnavailable($"smtp-{status}", ofChannel: false, mayBeOfUs: true),
        SmtpErrorCode.RecipientNotAccepted when IsLasting(status) => new EmailRefused($"recipient-{status}", mayBeOfUs: true),
        SmtpErrorCode.MessageNotAccepted when IsLasting(status) => new EmailRefused($"message-{status}", mayBeOfUs: true),
        // This mailbox is busy, full or greylisted; the next one may be taken. 451 and 421 are the server's own trouble.
        SmtpErrorCode.RecipientNotAccepted when status is 450 or 452 => new EmailUnavailable($"smtp-{status}", ofChannel: false),
        _ => new EmailUnavailable($"smtp-{status}"),
    };

    // 500 to 549, and any no to our hello, our sender or DATA, speak of us: commands, sign-in, leave to relay. The operator mends that, and
    // the mail still goes out.
    private static bool IsLasting(int status) => status is >= 550 and <= 559;

    // 5.7.x (RFC 3463): leave to relay, which is the operator's to mend, or what one recipient's side lets in.
    private static bool IsOfPolicy(SmtpCommandException no) => no.Message.Contains("5.7.", StringComparison.Ordinal);
}
