namespace Mentorship.Infrastructure.Notices.Sms;

/// <summary>One text to one telephone.</summary>
/// <param name="To">The number in the form of E.164.</param>
/// <param name="Text">At most one segment.</param>
/// <param name="Status">Where the gateway says what became of it; null where nobody would hear.</param>
internal sealed record SmsMessage(string To, string Text, Uri? Status = null)
{
    // A record would print the number into logs.
    public override string ToString() => "text";
}
