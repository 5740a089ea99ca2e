namespace Mentorship.Infrastructure.Notices.Email;

/// <summary>One e-mail to one person.</summary>
/// <param name="MessageId">The left half of the Message-ID, of letters, digits and <c>. - _</c>: the same at every sending of one notice.</param>
/// <param name="To">A bare address, without a display name.</param>
/// <param name="Body">Plain text; any line ending.</param>
/// <param name="OneClickUnsubscribe">The address that stops these notices on a POST (RFC 8058).</param>
internal sealed record EmailMessage(string MessageId, string To, string Subject, string Body, Uri? OneClickUnsubscribe = null)
{
    // A record would print the address into logs.
    public override string ToString() => $"e-mail {MessageId}";
}
