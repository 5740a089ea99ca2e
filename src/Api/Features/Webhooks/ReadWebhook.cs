using MediatR;
using Mentorship.Api.Pipeline;
using Mentorship.Domain;
using Mentorship.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Mentorship.Api.Features.Webhooks;

/// <summary>Where the community's own tools are told what happens; never the secret.</summary>
public sealed record ReadWebhook(Actor Actor) : IQuery<WebhookView>, IActed;

/// <param name="Url">The https address; null when there is none.</param>
/// <param name="SetAt">UTC; null when there is none.</param>
public sealed record WebhookView(string? Url, Instant? SetAt);

internal sealed class ReadWebhookHandler(MentorshipDb db) : IRequestHandler<ReadWebhook, WebhookView>
{
    public async Task<WebhookView> Handle(ReadWebhook query, CancellationToken cancellation) =>
        await db.Webhooks.AsNoTracking().Select(w => new WebhookView(w.Url, w.SetAt)).FirstOrDefaultAsync(cancellation) ?? new(null, null);
}
