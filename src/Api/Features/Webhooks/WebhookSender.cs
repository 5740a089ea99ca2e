using System.Text.Json;
using Mentorship.Api.Features.Notices;
using Mentorship.Domain;
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
    WebhookSending outbox, WebhookSecrets secrets, WebhookCaller caller, Channels channels, CommunityId community, IClock clock,
    Random jitter, ILogger<WebhookSender> logger)
    : Sender<HeldMessage>(channels.WebhookOf(community).Circuit, clock, jitter)
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
        if (attempt.Dropped) message.Drop();
        else if (attempt.Failure is { } failure) Failed(message, failure);
        else
        {
            message.Sent(Now);
            channels.WebhookTold();
        }
        return Task.CompletedTask;
    }

    protected override void Watch(HeldMessage held) => outbox.Watch(held.Message);

    protected override Task Record(HeldMessage held) => outbox.Record(held.Message);

    protected override Task GiveBack(IReadOnlyCollection<Outgoing> rows) => outbox.GiveBack(rows);

    private void Failed(WebhookMessage message, Exception failure)
    {
        var code = failure switch { Refused no => no.Code, Unavailable away => away.Code, _ => "not-made" };
        channels.WebhookFailed(community, code);
        if (failure is not (Refused or Unavailable)) CouldNotBeMade(logger, message.Id.Value, failure.GetType().Name);
        if (failure is Refused || IsPastTrying(message, message.At)) GiveUp(message, code);
        else message.TryAgainAt(Now + WaitAfter(message.Attempts));
    }

    private void GiveUp(WebhookMessage message, string code)
    {
        message.GiveUp();
        channels.WebhookGaveUp();
        GivenUp(logger, message.Id.Value, code);
    }

    [LoggerMessage(LogLevel.Warning, "Webhook message {Message} is given up: {Code}")]
    private static partial void GivenUp(ILogger logger, Guid message, string code);

    [LoggerMessage(LogLevel.Error, "Webhook message {Message} could not be made: {Failure}")]
    private static partial void CouldNotBeMade(ILogger logger, Guid message, string failure);
}
