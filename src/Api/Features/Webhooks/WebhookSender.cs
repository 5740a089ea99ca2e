using System.Text.Json;
using Mentorship.Api.Features.Notices;
using Mentorship.Domain.Communities;
using Mentorship.Infrastructure.Notices;
using Mentorship.Infrastructure.Notices.Webhook;
using Mentorship.Infrastructure.Persistence.Outbox;
using NodaTime;

namespace Mentorship.Api.Features.Webhooks;

/// <summary>A message and where it goes; null when the community has no webhook any more.</summary>
internal sealed record HeldMessage(WebhookMessage Message, Webhook? To);

/// <summary>
/// The sender of one community's webhook. The id is the same at every attempt; the time, and so the signature, is the attempt's.
/// </summary>
internal sealed partial class WebhookSender(
    WebhookSending outbox, WebhookSecrets secrets, WebhookCaller caller, Circuit circuit, IClock clock, Random jitter,
    ILogger<WebhookSender> logger)
    : Sender<HeldMessage>(circuit, clock, jitter)
{
    protected override async Task<IReadOnlyList<HeldMessage>> Claim(int few, Instant now, Duration lease, CancellationToken stop)
    {
        var messages = await outbox.Claim(now, lease, few, stop);
        var webhook = await outbox.Look();
        return [.. messages.Select(message => new HeldMessage(message, webhook))];
    }

    protected override Outgoing RowOf(HeldMessage held) => held.Message;

    protected override Task<Func<Task>?> Prepare(HeldMessage held)
    {
        if (held.To is not { } webhook) return Task.FromResult<Func<Task>?>(null);
        var message = held.Message;
        var (id, timestamp) = ($"msg_{message.Id.Value:N}", Now.ToUnixTimeSeconds());
        var body = JsonSerializer.Serialize(new { id, kind = message.Code, subjectId = message.Subject, at = message.At.ToString() });
        var signature = WebhookSignature.Of(secrets.Open(webhook.Id, webhook.Secret), id, timestamp, body);
        return Task.FromResult<Func<Task>?>(() => caller.Post(new(new Uri(webhook.Url), id, timestamp, body, signature)));
    }

    protected override Task Conclude(Attempt attempt)
    {
        var message = attempt.Of.Message;
        if (attempt is { Dropped: false, Failure: null }) message.Sent(Now);
        else if (attempt.Dropped || attempt.Failure is Refused || IsPastTrying(message, message.At)) message.Drop();
        else message.TryAgainAt(Now + WaitAfter(message.Attempts));
        if (attempt.Failure is { } failure and not (Refused or Unavailable)) CouldNotBeMade(logger, message.Id.Value, failure.GetType().Name);
        return Task.CompletedTask;
    }

    protected override void Watch(HeldMessage held) => outbox.Watch(held.Message);

    protected override Task Record(HeldMessage held) => outbox.Record(held.Message);

    [LoggerMessage(LogLevel.Error, "Webhook message {Message} could not be made: {Failure}")]
    private static partial void CouldNotBeMade(ILogger logger, Guid message, string failure);
}
