using MimeKit;
using NodaTime;
using NodaTime.Text;

namespace Mentorship.Infrastructure.Notices.Email;

/// <summary>Writes each e-mail as an .eml file named by its time and Message-ID: for development, where nothing must leave.</summary>
internal sealed class FolderTransport(string folder, Mailbox sender, IClock clock) : IEmailTransport
{
    private static readonly InstantPattern Time = InstantPattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss.fff'Z'");

    public async Task Send(EmailMessage email, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        using var message = InternetMessage.Of(email, sender, now);
        try
        {
            await Write(message, Path.Combine(folder, $"{Time.Format(now)}-{email.MessageId}.eml"), cancellationToken);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new EmailUnavailable("folder");
        }
    }

    // Under another name and then renamed, so that nobody sees half a message.
    private async Task Write(MimeMessage message, string path, CancellationToken cancellationToken)
    {
        var unfinished = Path.Combine(Directory.CreateDirectory(folder).FullName, $".{Guid.NewGuid():N}");
        try
        {
            await message.WriteToAsync(new FormatOptions { NewLineFormat = NewLineFormat.Dos }, unfinished, cancellationToken);
            File.Move(unfinished, path, overwrite: true);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }
}
