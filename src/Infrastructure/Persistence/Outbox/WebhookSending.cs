using Mentorship.Domain.Communities;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Mentorship.Infrastructure.Persistence.Outbox;

/// <summary>The outbox of webhooks as its sender sees it, in the steps of <see cref="Sending"/>.</summary>
public sealed class WebhookSending(MentorshipDb db, Sending sending)
{
    public Task<IReadOnlyList<WebhookMessage>> Claim(Instant now, Duration lease, int take, CancellationToken cancellation) =>
        sending.Claim(db.WebhookMessages, now, lease, take, cancellation);

    /// <summary>Where they go; null when the community has no webhook any more.</summary>
    public Task<Webhook?> Look() => db.Webhooks.AsNoTracking().FirstOrDefaultAsync();

    public void Watch(WebhookMessage message) => sending.Watch(message);

    public Task GiveBack(IReadOnlyCollection<Outgoing> rows) => sending.GiveBack(rows);

    public Task Record(WebhookMessage message) => sending.Record(message);
}
