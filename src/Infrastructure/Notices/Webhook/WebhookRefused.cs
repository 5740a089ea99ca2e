namespace Mentorship.Infrastructure.Notices.Webhook;

/// <summary>The other side says that it will never take this message.</summary>
internal sealed class WebhookRefused(string code) : Refused($"The message was refused for good: {code}.", code);
