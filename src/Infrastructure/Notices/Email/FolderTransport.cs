using System.Net.Mail;
using NodaTime;
using NodaTime.Text;

namespace Mentorship.Infrastructure.Notices.Email;

/// <summary>Writes each e-mail as an .eml file named by its time and Message-ID: for development, where nothing must leave.</summary>
internal sealed class FolderTransport(string folder, MailAddress sender, IClock clock) : IEmailTransport
{
    private static readonly InstantPattern Time = InstantPattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss.fff'Z'");

    public async Task Send(EmailMessage email, CancellationToken cancellationToken)
    {
        using var message = InternetMessage.Of(email, sender);
        try
        {
            await Write(message, $"{Time.Format(clock.GetCurrentInstant())}-{email.MessageId}.eml", cancellationToken);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or SmtpException)
        {
            throw new EmailUnavailable("folder");
        }
    }

    // SmtpClient writes the very message that it would send, under a name of its own choosing: hence a folder for one file,
    // and a rename, so that nobody sees half a message.
    private async Task Write(MailMessage message, string name, CancellationToken cancellationToken)
    {
        var unfinished = Directory.CreateDirectory(Path.Combine(folder, $".{Guid.NewGuid():N}"));
        try
        {
            using var client = new SmtpClient
            {
                DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory,
                PickupDirectoryLocation = unfinished.FullName,
            };
            await client.SendMailAsync(message, cancellationToken);
            unfinished.GetFiles().Single().MoveTo(Path.Combine(folder, name), overwrite: true);
        }
        finally
        {
            unfinished.Delete(recursive: true);
        }
    }
}
