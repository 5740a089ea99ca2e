namespace Mentorship.Infrastructure.Notices.Sms;

/// <summary>This number will never take it.</summary>
internal sealed class SmsRefused(string code) : Refused($"The text was refused for good: {code}.", code);
