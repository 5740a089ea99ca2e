using Mentorship.Domain;
using NodaTime;

namespace Mentorship.Infrastructure.Persistence.Outbox;

/// <summary>
/// What a community's webhook is told on its way out: what happened, by its code, to which row and when. Nothing else is ever in it.
/// </summary>
public sealed class WebhookMessage : Outgoing
{
    public static readonly Duration KeptFor = Duration.FromDays(30);

    private WebhookMessage() { }

    public WebhookMessage(CommunityId community, DomainEvent happened, Instant now)
    {
        CommunityId = community;
        Id = WebhookMessageId.New();
        (Code, Subject, At) = (happened.Code, happened.Subject, now);
        TryAgainAt(now);
    }

    public WebhookMessageId Id { get; private init; }
    public string Code { get; private set; } = "";
    public Guid Subject { get; private set; }
    public Instant At { get; private set; }

    /// <summary>It was refused for good, or could not be told for days.</summary>
    public void GiveUp()
    {
        Drop();
        Raise("webhook-message-given-up", Id.Value);
    }
}
