using System.Net.Mail;
using System.Net.Sockets;
using System.Security.Authentication;

namespace Mentorship.Infrastructure.Notices.Email;

/// <summary>Hands e-mails to a mail server; a connection is kept for a run of mails, and each failure begins a new one.</summary>
internal sealed class SmtpTransport(SmtpSettings settings, MailAddress sender) : IEmailTransport, IDisposable
{
    private readonly SmtpConnections _connections = new(settings);

    public async Task Send(EmailMessage email, CancellationToken cancellationToken)
    {
        using var message = InternetMessage.Of(email, sender);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(settings.Timeout);
        try
        {
            await HandOver(message, limit.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new EmailUnavailable("timeout");
        }
        catch (SmtpException failure)
        {
            throw Failure(failure);
        }
        catch (Exception failure) when (failure is IOException or SocketException or AuthenticationException)
        {
            throw new EmailUnavailable("connection");
        }
    }

    public void Dispose() => _connections.Dispose();

    private async Task HandOver(MailMessage message, CancellationToken limit)
    {
        var connection = _connections.Take();
        try
        {
            // SmtpClient's own Timeout does not hold for SendMailAsync.
            await connection.Client.SendMailAsync(message, limit).WaitAsync(limit);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
        _connections.GiveBack(connection);
    }

    private static Exception Failure(SmtpException failure)
    {
        var status = (int)failure.StatusCode;
        if (!IsForGood(failure))
            return new EmailUnavailable(status > 0 ? $"smtp-{status}" : "connection", ofChannel: !SpeaksOfRecipient(failure));
        return failure is SmtpFailedRecipientException
            ? new EmailRefused($"recipient-{status}")
            : new EmailRefused($"message-{status}");
    }

    // 450 and 452 to RCPT: this mailbox is busy, full or greylisted; the next one may be taken. SmtpClient does not say to what 451 was
    // said.
    private static bool SpeaksOfRecipient(SmtpException failure) =>
        failure is SmtpFailedRecipientException && (int)failure.StatusCode is >= 450 and <= 459;

    // 500 to 549 and 5.7.x (RFC 3463) speak of us: commands, sign-in, leave to relay. The operator mends that, and the mail
    // still goes out. SmtpClient passes over a refused sign-in, so that a lapsed password shows only here.
    private static bool IsForGood(SmtpException failure) =>
        (int)failure.StatusCode is >= 550 and <= 559 && !failure.Message.Contains(" 5.7.", StringComparison.Ordinal);
}
