using System.Diagnostics.Metrics;
using System.Net.Http.Json;
using System.Text.Json;
using Mentorship.Api.Features.Overdue;
using Mentorship.Api.Tests.CheckIns;
using Mentorship.Api.Tests.Hosting;
using Mentorship.Domain;
using Mentorship.Domain.Notices;
using Mentorship.Infrastructure.Notices;
using Mentorship.Infrastructure.Notices.Email;
using Mentorship.Infrastructure.Persistence;
using Mentorship.Infrastructure.Persistence.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Mentorship.Api.Tests.Notices;

/// <summary>A mail server that is away: it is left alone for a while, said in health and in metrics, and found again by one try.</summary>
public sealed class FailingChannelTests : IDisposable
{
    private const int Notices = 40;

    private readonly ApiHost _host = new();

    [Fact]
    public async Task After_five_failures_in_a_row_nothing_is_tried_and_nothing_else_has_used_up_an_attempt()
    {
        var pair = await WaitingNotices();
        _host.Mail.FailsWith = new EmailUnavailable("connection");

        await pair.Deliver();

        var tried = await Count(pair, n => n.Attempts == 1);
        Assert.InRange(tried, Circuit.FailuresInARow, Circuit.FailuresInARow + 3); // and those that were under way
        Assert.Equal(Notices - tried, await Count(pair, n => n.Attempts == 0 && n.State == NoticeState.Waiting));
        Assert.Equal(0, await pair.Deliver());
        Assert.Equal("degraded", await Health());
        Assert.Contains(_host.Log.All, line => line.Contains("Nothing leaves by Email for a while: connection", StringComparison.Ordinal));
        Assert.Equal(((int)CircuitState.Open, (int)CircuitState.Closed), (Gauge("Email"), Gauge("Sms")));
    }

    [Fact]
    public async Task One_try_finds_the_server_again_and_then_all_goes_out()
    {
        var pair = await WaitingNotices();
        _host.Mail.FailsWith = new EmailUnavailable("connection");
        await pair.Deliver();
        _host.Clock.Advance(Duration.FromSeconds(40));
        Assert.Equal(1, await pair.Deliver()); // and it is still away

        _host.Mail.FailsWith = null;
        _host.Clock.Advance(Duration.FromMinutes(3));
        await pair.Deliver();

        Assert.Equal(Notices, await Count(pair, n => n.State == NoticeState.Sent));
        Assert.Equal("healthy", await Health());
        Assert.Equal((int)CircuitState.Closed, Gauge("Email"));
    }

    [Fact]
    public async Task What_an_outage_put_back_for_hours_goes_out_within_a_minute_of_its_end()
    {
        var pair = await WaitingNotices();
        _host.Mail.FailsWith = new EmailUnavailable("connection");
        await pair.Deliver();
        var inFiveHours = _host.Clock.Now + Duration.FromHours(5);
        var putBack = await _host.Inside(pair.Community.Id, services => services.GetRequiredService<MentorshipDb>().Notices
            .Where(n => n.Attempts == 1).ExecuteUpdateAsync(n => n.SetProperty(x => x.Attempts, 9).SetProperty(x => x.NextAttemptAt, inFiveHours)));

        _host.Mail.FailsWith = null;
        _host.Clock.Advance(Duration.FromMinutes(1));
        await pair.Deliver();
        Assert.Equal(putBack, await Count(pair, n => n.State == NoticeState.Waiting));
        await _host.Send(new ReportOverdue());
        await pair.Deliver();

        Assert.Equal(Notices, await Count(pair, n => n.State == NoticeState.Sent));
        Assert.Equal(Notices, _host.Mail.All.Count(m => m.Subject == NoticeText.For(NoticeKind.PairingIntroduced).Subject));
    }

    [Fact]
    public async Task A_call_for_help_leaves_within_a_quarter_of_an_hour_of_the_end_of_a_long_outage_though_nothing_else_waits()
    {
        var pair = await WaitingNotices();
        await pair.Deliver();
        await Queue.Add(_host, pair.Community.Id, pair.Mentor, NoticeKind.SomeoneAsksForContact, 1);
        _host.Mail.FailsWith = new EmailUnavailable("connection");
        for (var minute = 0; minute < 500; minute += 5, _host.Clock.Advance(Duration.FromMinutes(5))) await pair.Deliver();
        _host.Mail.FailsWith = null;
        for (var minute = 0; minute < 15; minute += 5, _host.Clock.Advance(Duration.FromMinutes(5))) await pair.Deliver();

        Assert.Contains(_host.Mail.All, m => m.Subject == NoticeText.For(NoticeKind.SomeoneAsksForContact).Subject);
    }

    [Fact]
    public async Task A_no_to_one_mailbox_after_another_says_nothing_of_the_server()
    {
        var pair = await WaitingNotices();
        _host.Mail.FailsWith = new EmailUnavailable("smtp-450", ofChannel: false);

        await pair.Deliver();

        Assert.Equal(Notices, await Count(pair, n => n.Attempts == 1));
        Assert.Equal("healthy", await Health());
    }

    [Fact]
    public async Task What_left_and_what_failed_is_counted_by_channel()
    {
        var pair = await WaitingNotices();
        var seen = new Dictionary<(string Name, string Channel), int>();
        using var listener = Listen((name, channel, value) => seen[(name, channel)] = seen.GetValueOrDefault((name, channel)) + value);
        _host.Mail.FailsWith = new EmailUnavailable("connection");
        await pair.Deliver();
        _host.Mail.FailsWith = null;
        _host.Clock.Advance(Duration.FromMinutes(2));
        await pair.Deliver();

        Assert.InRange(seen[("mentorship.channel.failed", "email")], Circuit.FailuresInARow, Circuit.FailuresInARow + 3);
        Assert.Equal(Notices, seen[("mentorship.channel.sent", "email")]);
    }

    public void Dispose() => _host.Dispose();

    private async Task<IntroducedPair> WaitingNotices()
    {
        var pair = await IntroducedPair.In(_host);
        await _host.Inside(pair.Community.Id, async services =>
        {
            var db = services.GetRequiredService<MentorshipDb>();
            await db.Notices.ExecuteDeleteAsync();
            for (var notice = 0; notice < Notices; notice++)
                db.Add(new Notice(pair.Community.Id, Guid.CreateVersion7(), new Telling(pair.Newcomer.Id, NoticeKind.PairingIntroduced), _host.Clock.Now));
            return await db.SaveChangesAsync();
        });
        return pair;
    }

    private Task<int> Count(IntroducedPair pair, System.Linq.Expressions.Expression<Func<Notice, bool>> which) =>
        _host.Inside(pair.Community.Id, services => services.GetRequiredService<MentorshipDb>().Notices.CountAsync(which));

    private async Task<string?> Health() =>
        (await _host.CreateClient().GetFromJsonAsync<JsonElement>("/health/ready")).GetProperty("checks").GetProperty("channels").GetString();

    private int Gauge(string channel)
    {
        var value = -1;
        using var listener = Listen((name, of, seen) => value = name == "mentorship.channel.circuit" && of == channel.ToLowerInvariant() ? seen : value);
        listener.RecordObservableInstruments();
        return value;
    }

    private MeterListener Listen(Action<string, string, int> see)
    {
        var meters = _host.Services.GetRequiredService<IMeterFactory>();
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, all) =>
            {
                if (instrument.Meter.Scope == meters && instrument.Name.StartsWith("mentorship.channel.", StringComparison.Ordinal)) all.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => see(instrument.Name, (string)tags[0].Value!, value));
        listener.Start();
        return listener;
    }
}
