using MediatR;
using Mentorship.Api.Pipeline;
using Mentorship.Domain;
using Mentorship.Infrastructure.Notices;
using Mentorship.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Mentorship.Api.Features.Webhooks;

/// <summary>Where the community's own tools are told what happens; never the secret.</summary>
public sealed record ReadWebhook(Actor Actor) : IQuery<WebhookView>, IActed;

/// <param name="Url">The https address; null when there is none.</param>
/// <param name="SetAt">UTC; null when there is none.</param>
/// <param name="LastSuccessAt">UTC, of the past 30 days; null when no message was taken.</param>
/// <param name="LastFailureAt">UTC; null when none failed since it was set and since the service started.</param>
/// <param name="LastFailureCode">timeout, connection, http- and the status such as http-500, or not-made for a failure of ours.</param>
public sealed record WebhookView(
    string? Url, Instant? SetAt, Instant? LastSuccessAt = null, Instant? LastFailureAt = null, string? LastFailureCode = null);

internal sealed class ReadWebhookHandler(MentorshipDb db, Channels channels) : IRequestHandler<ReadWebhook, WebhookView>
{
    public async Task<WebhookView> Handle(ReadWebhook query, CancellationToken cancellation)
    {
        if (await db.Webhooks.AsNoTracking().FirstOrDefaultAsync(cancellation) is not { } webhook) return new(null, null);
        var (since, seen) = (webhook.SetAt, channels.WebhookOf(query.Actor.Community).LastFailure);
        var last = await db.WebhookMessages.Where(m => m.SentAt >= since).OrderByDescending(m => m.SentAt)
            .Select(m => m.SentAt).FirstOrDefaultAsync(cancellation);
        return seen?.At >= since ? new(webhook.Url, since, last, seen.At, seen.Code) : new(webhook.Url, since, last);
    }
}
