namespace Mentorship.Infrastructure.Notices.Sms;

/// <summary>Where <c>Sms:AccountSid</c> is not set.</summary>
internal sealed class NoGateway : ISmsGateway
{
    public bool IsThere => false;

    public Task Send(SmsMessage text) => throw new SmsUnavailable("not-set-up");

    public bool HasSigned(string? signature, Uri address, IEnumerable<KeyValuePair<string, string>> fields) => false;
}
