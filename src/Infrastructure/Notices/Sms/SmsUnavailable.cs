namespace Mentorship.Infrastructure.Notices.Sms;

/// <summary>The gateway did not take the text, or nobody knows.</summary>
internal sealed class SmsUnavailable(string code, bool ofChannel = true)
    : Unavailable($"The text could not be sent now: {code}.", code, ofChannel);
