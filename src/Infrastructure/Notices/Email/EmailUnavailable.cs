namespace Mentorship.Infrastructure.Notices.Email;

/// <summary>The e-mail was not handed over, or nobody knows: send it again later with the same Message-ID.</summary>
internal sealed class EmailUnavailable(string code, bool ofChannel = true, bool mayBeOfUs = false)
    : Unavailable($"The e-mail could not be sent now: {code}.", code, ofChannel, mayBeOfUs);
