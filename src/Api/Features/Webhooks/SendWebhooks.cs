using MediatR;
using Mentorship.Api.Features.Notices;
using Mentorship.Api.Pipeline;
using Mentorship.Domain;
using Mentorship.Infrastructure.Notices;
using Mentorship.Infrastructure.Notices.Webhook;
using Mentorship.Infrastructure.Persistence.Outbox;
using NodaTime;

namespace Mentorship.Api.Features.Webhooks;

/// <summary>
/// Hands a few of those that wait for one community's webhook over, in the steps of a sender; answers how many were tried. Run by the timetable.
/// </summary>
public sealed record SendWebhooks(Actor Actor, int Most) : ISavedInSteps<int>, IActed;

internal sealed class SendWebhooksHandler(
    WebhookSending outbox, WebhookSecrets secrets, WebhookCaller caller, Channels channels, IClock clock, Random jitter,
    ILogger<WebhookSender> logger)
    : IRequestHandler<SendWebhooks, int>
{
    public Task<int> Handle(SendWebhooks command, CancellationToken cancellation)
    {
        var sender = new WebhookSender(outbox, secrets, caller, channels, command.Actor.Community, clock, jitter, logger);
        return sender.SendFew(command.Most, cancellation);
    }
}
