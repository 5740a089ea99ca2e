using System.Net.Mail;
using System.Net.Mime;
using System.Text;
using System.Text.RegularExpressions;

namespace Mentorship.Infrastructure.Notices.Email;

/// <summary>An e-mail in the Internet message format (RFC 5322), the same for every transport.</summary>
internal static partial class InternetMessage
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Throws <see cref="EmailRefused"/> when a field would break the message.</summary>
    internal static MailMessage Of(EmailMessage email, MailAddress sender)
    {
        RefuseControlCharacters(email);
        var message = new MailMessage(sender, Recipient(email.To))
        {
            Subject = email.Subject,
            SubjectEncoding = Utf8,
            Body = email.Body.ReplaceLineEndings("\r\n"),
            BodyEncoding = Utf8,
            BodyTransferEncoding = EncodingOf(email.Body),
        };
        message.Headers.Add("Message-ID", $"<{email.MessageId}@{sender.Host}>");
        message.Headers.Add("Auto-Submitted", "auto-generated");
        AddUnsubscribe(message, email.OneClickUnsubscribe);
        return message;
    }

    // SmtpClient's quoted-printable writes line ends as =0D=0A (RFC 2045, 6.7 forbids it in text) and breaks the link;
    // so plain letters go as they are and anything else as base64.
    private static TransferEncoding EncodingOf(string body) =>
        Ascii.IsValid(body) ? TransferEncoding.SevenBit : TransferEncoding.Base64;

    private static void AddUnsubscribe(MailMessage message, Uri? unsubscribe)
    {
        if (unsubscribe is null)
            return;
        message.Headers.Add("List-Unsubscribe", $"<{unsubscribe.AbsoluteUri}>");
        message.Headers.Add("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    }

    // A line break in a field would let its author write headers, or a second message.
    private static void RefuseControlCharacters(EmailMessage email)
    {
        if (email.To.Any(char.IsControl))
            throw new EmailRefused("address-malformed");
        if (email.Subject.Any(char.IsControl))
            throw new EmailRefused("subject-control-character");
        if (!IdLeft().IsMatch(email.MessageId))
            throw new EmailRefused("message-id-malformed");
    }

    private static MailAddress Recipient(string to)
    {
        if (to.Length > 254 || !MailAddress.TryCreate(to, out var address) || address.Address != to)
            throw new EmailRefused("address-malformed");
        // Few mail servers speak SMTPUTF8. A domain in other letters is fine: it travels as punycode.
        if (!Ascii.IsValid(address.User))
            throw new EmailRefused("address-not-ascii");
        return address;
    }

    [GeneratedRegex(@"\A[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*\z")]
    private static partial Regex IdLeft();
}
