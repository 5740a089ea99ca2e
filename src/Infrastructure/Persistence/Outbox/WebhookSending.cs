using Mentorship.Domain.Communities;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Mentorship.Infrastructure.Persistence.Outbox;

/// <summary>The outbox of webhooks as its sender sees it, in the steps of <see cref="Sending"/>.</summary>
public sealed class WebhookSending(MentorshipDb db, Sending sending)
{
    public Task<IReadOnlyList<WebhookMessage>> Claim(Instant now, Duration lease, int take, CancellationToken cancellation) =>
        sending.Claim(db.WebhookMessages, now, lease, take, cancellation);

    /// <summary>Watches the messages; null when the community has no webhook any more.</summary>
    public Task<Webhook?> Look(IReadOnlyList<WebhookMessage> messages)
    {
        db.AttachRange(messages);
        return db.Webhooks.AsNoTracking().FirstOrDefaultAsync();
    }

    public Task Record() => sending.Record();

    public void LetGo() => sending.LetGo();
}
