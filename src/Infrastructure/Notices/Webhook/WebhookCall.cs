namespace Mentorship.Infrastructure.Notices.Webhook;

/// <summary>One signed message to one address.</summary>
internal sealed record WebhookCall(Uri Url, string Id, long Timestamp, string Body, string Signature);
