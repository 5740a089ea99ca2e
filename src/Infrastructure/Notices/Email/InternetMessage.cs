using System.Text;
using System.Text.RegularExpressions;
using Mentorship.Domain.Members;
using MimeKit;
using NodaTime;

namespace Mentorship.Infrastructure.Notices.Email;

/// <summary>An e-mail in the Internet message format (RFC 5322), the same for every transport; nothing in it is of the machine.</summary>
internal static partial class InternetMessage
{
    /// <summary>Throws <see cref="EmailRefused"/> when a field would break the message.</summary>
    internal static MimeMessage Of(EmailMessage email, Mailbox sender, Instant now)
    {
        RefuseControlCharacters(email);
        var (from, to) = (new MailboxAddress(sender.Name, sender.Address), Recipient(email.To));
        var message = new MimeMessage([from], [to], email.Subject, BodyOf(email.Body))
        {
            Date = now.ToDateTimeOffset(),
            MessageId = $"{email.MessageId}@{sender.Domain}",
        };
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        AddUnsubscribe(message.Headers, email.OneClickUnsubscribe);
        return message;
    }

    // Plain letters go as they are, so that a link can be read in the file too. Quoted-printable wraps what is long, and every mail
    // program puts it together again.
    private static TextPart BodyOf(string text)
    {
        var encoding = Ascii.IsValid(text) ? ContentEncoding.SevenBit : ContentEncoding.QuotedPrintable;
        var body = new TextPart { ContentTransferEncoding = encoding };
        body.SetText(Encoding.UTF8, text.ReplaceLineEndings("\r\n"));
        return body;
    }

    private static void AddUnsubscribe(HeaderList headers, Uri? unsubscribe)
    {
        if (unsubscribe is null)
            return;
        headers.Add(HeaderId.ListUnsubscribe, $"<{unsubscribe.AbsoluteUri}>");
        headers.Add(HeaderId.ListUnsubscribePost, "List-Unsubscribe=One-Click");
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

    private static MailboxAddress Recipient(string to)
    {
        // Few mail servers speak SMTPUTF8. A domain in other letters is fine: it travels as punycode.
        if (!Ascii.IsValid(to.AsSpan(0, Math.Max(to.IndexOf('@'), 0))))
            throw new EmailRefused("address-not-ascii");
        var address = MailboxAddress.EncodeAddrspec(to);
        if (!EmailAddress.IsValid(to) || !Ascii.IsValid(address))
            throw new EmailRefused("address-malformed");
        return new MailboxAddress("", address);
    }

    [GeneratedRegex(@"\A[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*\z")]
    private static partial Regex IdLeft();
}
