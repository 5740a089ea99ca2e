namespace Mentorship.Infrastructure.Notices.Email;

/// <summary>This e-mail will never be taken.</summary>
internal sealed class EmailRefused(string code, bool mayBeOfUs = false)
    : Refused($"The e-mail was refused for good: {code}.", code, mayBeOfUs);
