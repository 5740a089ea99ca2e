using Mentorship.Domain.Communities;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.Infrastructure.Persistence.Stores;

internal sealed class WebhookBook(MentorshipDb db) : IWebhookBook
{
    public Task<Webhook?> Find(CancellationToken cancellation) => db.Webhooks.FirstOrDefaultAsync(cancellation);

    public void Remove(Webhook webhook) => db.Remove(webhook);
}
