using System.Diagnostics.Metrics;
using System.Net.Http.Json;
using System.Text.Json;
using Mentorship.Api.Tests.CheckIns;
using Mentorship.Api.Tests.Hosting;
using Mentorship.Infrastructure.Persistence;
using Mentorship.Infrastructure.Persistence.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Text;

namespace Mentorship.Api.Tests.Webhooks;

/// <summary>How a webhook fares is seen by its community and by whoever keeps the service, and holds up nobody.</summary>
public sealed class WebhookStandingTests : IAsyncLifetime
{
    private WebhookHost _host = null!;

    public async Task InitializeAsync() => _host = new WebhookHost(await WebhookReceiver.Start());

    [Fact]
    public async Task A_coordinator_sees_when_it_was_last_taken_and_when_it_last_failed_and_why()
    {
        var (community, _) = await _host.Told();
        await IntroducedPair.In(_host, community);
        Assert.Equal((null, null, null), await Seen(community));
        _host.Receiver.Status = 500;
        await _host.Send(community);
        var failedAt = _host.Clock.Now;
        Assert.Equal((null, failedAt, "http-500"), await Seen(community));

        _host.Receiver.Status = 204;
        _host.Clock.Advance(Duration.FromMinutes(2));
        await _host.Send(community);
        Assert.Equal((_host.Clock.Now, failedAt, "http-500"), await Seen(community));
    }

    [Fact]
    public async Task What_is_given_up_leaves_a_line_in_the_log_and_in_the_trail_and_is_counted()
    {
        var counted = new List<string>();
        using var listener = Counts((name, channel) => counted.Add($"{name} {channel}"));
        var (community, _) = await _host.Told();
        await IntroducedPair.In(_host, community);
        _host.Receiver.Status = 410;
        await _host.Send(community);

        Assert.Equal(3, await _host.Count(community, NoticeState.Dropped));
        Assert.Equal(3, _host.Log.All.Count(line => line.Contains("is given up: http-410", StringComparison.Ordinal)));
        Assert.Equal(3, await _host.Inside(community.Id, services =>
            services.GetRequiredService<MentorshipDb>().Audit.CountAsync(a => a.Code == "webhook-message-given-up")));
        Assert.Equal(3, counted.Count(c => c == "mentorship.channel.given_up webhook"));
        Assert.Equal(3, counted.Count(c => c == "mentorship.channel.failed webhook"));
    }

    [Fact]
    public async Task One_that_takes_its_time_holds_up_the_others_by_one_hand_over_and_loses_nothing()
    {
        var (community, _) = await _host.Told();
        await IntroducedPair.In(_host, community);
        _host.Receiver.BeforeItAnswers = () => _host.Clock.Advance(Duration.FromSeconds(9));

        Assert.Equal(1, await _host.Send(community));
        Assert.Equal(1, await _host.Send(community));
        Assert.Equal(1, await _host.Send(community));
        Assert.Equal(3, await _host.Count(community, NoticeState.Sent));
    }

    [Fact]
    public async Task Messages_that_wait_for_a_tool_are_reported_and_are_no_trouble_of_the_service()
    {
        var (community, _) = await _host.Told();
        await IntroducedPair.In(_host, community);
        await _host.Inside(community.Id, services => services.GetRequiredService<MentorshipDb>().Notices.ExecuteDeleteAsync());
        _host.Clock.Advance(Duration.FromMinutes(5));
        await _host.Send(new Features.Overdue.ReportOverdue());

        Assert.Single(_host.Log.All, line => line.Contains("Overdue: 3 messages for webhooks", StringComparison.Ordinal));
        var health = await _host.CreateClient().GetFromJsonAsync<JsonElement>("/health/ready");
        Assert.Equal("healthy", health.GetProperty("checks").GetProperty("backlog").GetString());
    }

    public async Task DisposeAsync()
    {
        await _host.DisposeAsync();
        await _host.Receiver.DisposeAsync();
    }

    private static async Task<(Instant? Success, Instant? Failure, string? Code)> Seen(SampleCommunity community)
    {
        var view = await community.Coordinator.Http.GetFromJsonAsync<JsonElement>($"{community.Path}/webhook");
        return (At("lastSuccessAt"), At("lastFailureAt"), view.GetProperty("lastFailureCode").GetString());

        Instant? At(string name) => view.GetProperty(name).GetString() is { } text ? InstantPattern.ExtendedIso.Parse(text).Value : null;
    }

    private MeterListener Counts(Action<string, string> see)
    {
        var meters = _host.Services.GetRequiredService<IMeterFactory>();
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, all) =>
            {
                if (instrument.Meter.Scope == meters && instrument is Counter<int>) all.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<int>((instrument, _, tags, _) => see(instrument.Name, (string)tags[0].Value!));
        listener.Start();
        return listener;
    }
}
