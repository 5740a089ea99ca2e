namespace Mentorship.Infrastructure.Notices.Webhook;

/// <summary>The other side did not take the message, or nobody knows. It is one community's, so it speaks of no other.</summary>
internal sealed class WebhookUnavailable(string code)
    : Unavailable($"The message could not be handed over now: {code}.", code, ofChannel: true);
