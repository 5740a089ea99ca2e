using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Mentorship.Domain;
using Mentorship.Domain.Notices;
using NodaTime;

namespace Mentorship.Infrastructure.Notices;

/// <summary>
/// How each channel fares on this host: its circuit, and what left by it and what failed, told by the meter <c>Mentorship</c> with the
/// channel as a tag; and how each community's webhook does, which is no channel's circuit but counts under the tag <c>webhook</c>.
/// </summary>
public sealed class Channels
{
    private static readonly Channel[] All = Enum.GetValues<Channel>();
    private static readonly KeyValuePair<string, object?> Webhook = new("channel", "webhook");

    private readonly Dictionary<Channel, Circuit> _circuits = All.ToDictionary(c => c, _ => new Circuit());
    private readonly ConcurrentDictionary<CommunityId, WebhookStanding> _webhooks = new();
    private readonly ConcurrentDictionary<Channel, Instant> _gaveUpAt = new();
    private readonly Counter<int> _sent, _failed, _givenUp;
    private readonly IClock _clock;

    public Channels(IMeterFactory meters, IClock clock)
    {
        _clock = clock;
        var meter = meters.Create("Mentorship");
        _sent = meter.CreateCounter<int>("mentorship.channel.sent", "{notice}", "What was handed over.");
        _failed = meter.CreateCounter<int>("mentorship.channel.failed", "{notice}", "Attempts that came to nothing.");
        _givenUp = meter.CreateCounter<int>("mentorship.channel.given_up", "{notice}", "What could not be delivered for days.");
        meter.CreateObservableGauge("mentorship.channel.circuit", States, description: "0 closed, 1 half-open, 2 open.");
    }

    /// <summary>Those by which nothing, or only one try, goes out at this moment.</summary>
    public IEnumerable<Channel> Failing => All.Where(c => Of(c).At(_clock.GetCurrentInstant()) != CircuitState.Closed);

    /// <summary>Those by which something was given up within the past day.</summary>
    public IEnumerable<Channel> GaveUpLately => _gaveUpAt.Where(g => _clock.GetCurrentInstant() - g.Value < Duration.FromDays(1)).Select(g => g.Key);

    /// <summary>Those that work again since this was last asked.</summary>
    public IReadOnlyList<Channel> TakeRecovered() => [.. All.Where(c => Of(c).TakeRecovery())];

    public Circuit Of(Channel channel) => _circuits[channel];

    public WebhookStanding WebhookOf(CommunityId community) => _webhooks.GetOrAdd(community, _ => new WebhookStanding());

    public void Sent(Channel channel) => _sent.Add(1, Tag(channel));

    public void Failed(Channel channel) => _failed.Add(1, Tag(channel));

    /// <summary>It is not tried again: health says so for a day.</summary>
    public void GaveUp(Channel channel)
    {
        _givenUp.Add(1, Tag(channel));
        _gaveUpAt[channel] = _clock.GetCurrentInstant();
    }

    public void WebhookTold() => _sent.Add(1, Webhook);

    public void WebhookFailed(CommunityId community, string code)
    {
        _failed.Add(1, Webhook);
        WebhookOf(community).LastFailure = new(_clock.GetCurrentInstant(), code);
    }

    public void WebhookGaveUp() => _givenUp.Add(1, Webhook);

    private IEnumerable<Measurement<int>> States() =>
        All.Select(c => new Measurement<int>((int)Of(c).At(_clock.GetCurrentInstant()), Tag(c)));

    private static KeyValuePair<string, object?> Tag(Channel channel) => new("channel", channel.ToString().ToLowerInvariant());
}
