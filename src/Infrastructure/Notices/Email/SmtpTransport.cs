using System.Net;
using System.Net.Mail;
using System.Net.Sockets;
using System.Security.Authentication;

namespace Mentorship.Infrastructure.Notices.Email;

/// <summary>Hands each e-mail to a mail server over a connection of its own.</summary>
internal sealed class SmtpTransport(SmtpSettings settings, MailAddress sender) : IEmailTransport
{
    public async Task Send(EmailMessage email, CancellationToken cancellationToken)
    {
        using var message = InternetMessage.Of(email, sender);
        using var client = Client();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(settings.Timeout);
        try
        {
            // SmtpClient's own Timeout does not hold for SendMailAsync.
            await client.SendMailAsync(message, limit.Token).WaitAsync(limit.Token);
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

    private SmtpClient Client() => new(settings.Host, settings.Port)
    {
        EnableSsl = settings.StartTls,
        UseDefaultCredentials = false,
        Credentials = settings.User is null ? null : new NetworkCredential(settings.User, settings.Password),
    };

    private static Exception Failure(SmtpException failure)
    {
        var status = (int)failure.StatusCode;
        if (!IsForGood(failure))
            return new EmailUnavailable(status > 0 ? $"smtp-{status}" : "connection");
        return failure is SmtpFailedRecipientException
            ? new EmailRefused($"recipient-{status}")
            : new EmailRefused($"message-{status}");
    }

    // 500 to 549 and 5.7.x (RFC 3463) speak of us: commands, sign-in, leave to relay. The operator mends that, and the mail
    // still goes out. SmtpClient passes over a refused sign-in, so that a lapsed password shows only here.
    private static bool IsForGood(SmtpException failure) =>
        (int)failure.StatusCode is >= 550 and <= 559 && !failure.Message.Contains(" 5.7.", StringComparison.Ordinal);
}
