using System.Diagnostics.Metrics;
using System.Net.Http.Json;
using System.Text.Json;
using Mentorship.Api.Features.Overdue;
using Mentorship.Api.Tests.CheckIns;
using Mentorship.Api.Tests.Hosting;
using Mentorship.Api.Tests.Notices;
using Mentorship.Domain;
using Mentorship.Domain.CheckIns;
using Mentorship.Domain.Notices;
using Mentorship.Infrastructure.Notices.Email;
using Mentorship.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Mentorship.Api.Tests.Jobs;

/// <summary>What is late is said at the door, by a metric and in the log, until it has been made good.</summary>
public sealed class OverdueTests : IDisposable
{
    private readonly ApiHost _host = new();

    [Fact]
    public async Task A_plan_not_taken_for_ten_minutes_is_reported_until_it_is_taken()
    {
        var pair = await IntroducedPair.In(_host);
        await pair.Deliver();
        _host.Clock.MoveTo(IntroducedPair.FirstDue + Duration.FromMinutes(10) - Duration.FromSeconds(1));
        Assert.Equal("healthy", await Reported());
        _host.Clock.Advance(Duration.FromSeconds(1));
        Assert.Equal("degraded", await Reported());
        Assert.Equal(1, Gauge("mentorship.plans.overdue"));
        Assert.Single(_host.Log.All, line => line.Contains("Overdue: 1 plans, 0 notices"));

        await pair.Dispatch();
        await pair.Deliver();
        Assert.Equal("healthy", await Reported());
        Assert.Equal(0, Gauge("mentorship.plans.overdue"));
    }

    [Fact]
    public async Task A_plan_that_cannot_be_taken_is_reported_until_it_can_be()
    {
        var pair = await IntroducedPair.In(_host);
        await pair.Deliver();
        await SetZones(pair, "Nowhere/Else");
        _host.Clock.MoveTo(IntroducedPair.FirstDue);
        await pair.Dispatch();
        _host.Clock.Advance(Duration.FromMinutes(10));
        await pair.Dispatch();
        Assert.Equal("degraded", await Reported());
        Assert.Equal(1, Gauge("mentorship.plans.overdue"));

        await SetZones(pair, "Europe/Dublin");
        _host.Clock.Advance(Duration.FromMinutes(50));
        await pair.Dispatch();
        await pair.Deliver();
        Assert.Equal("healthy", await Reported());
        Assert.Equal("sent", await pair.State());
    }

    [Fact]
    public async Task A_notice_that_nobody_tries_is_reported_after_five_minutes()
    {
        var pair = await IntroducedPair.Asked(_host);
        _host.Clock.Advance(Duration.FromMinutes(5) - Duration.FromSeconds(1));
        Assert.Equal("healthy", await Reported());
        _host.Clock.Advance(Duration.FromSeconds(1));
        Assert.Equal("degraded", await Reported());
        Assert.Equal(1, Gauge("mentorship.notices.overdue"));

        await pair.Deliver();
        Assert.Equal("healthy", await Reported());
    }

    [Fact]
    public async Task A_notice_that_the_mail_server_does_not_take_is_reported_tried_again_and_then_no_longer_late()
    {
        var pair = await IntroducedPair.Asked(_host);
        _host.Mail.FailsWith = new EmailUnavailable("timeout");
        for (var attempt = 0; attempt < 3; attempt++)
        {
            await pair.Deliver();
            _host.Clock.Advance(Duration.FromMinutes(5));
        }
        Assert.Equal("degraded", await Reported());

        _host.Mail.FailsWith = null;
        await pair.Deliver();
        Assert.Equal("healthy", await Reported());
        Assert.Equal("sent", await pair.State());
    }

    [Fact]
    public async Task A_call_for_help_that_does_not_leave_is_reported_after_a_minute()
    {
        var community = await SampleCommunity.In(_host);
        await Queue.Add(_host, community.Id, await community.Mentor(), NoticeKind.SomeoneAsksForContact, 1);
        _host.Mail.FailsWith = new EmailUnavailable("timeout");
        await Queue.Send(_host);
        _host.Clock.Advance(Duration.FromMinutes(1) - Duration.FromSeconds(1));
        Assert.Equal("healthy", await Reported());
        _host.Clock.Advance(Duration.FromSeconds(1));
        Assert.Equal("degraded", await Reported());
        Assert.Equal((1, 0), (Gauge("mentorship.calls.overdue"), Gauge("mentorship.notices.overdue")));

        _host.Mail.FailsWith = null;
        _host.Clock.Advance(Duration.FromSeconds(12)); // a fifth of the first wait at most
        await Queue.Send(_host);
        Assert.Equal("healthy", await Reported());
    }

    [Fact]
    public async Task After_an_outage_of_weeks_a_plan_is_made_good_by_one_and_the_others_are_excused_as_ours()
    {
        var pair = await IntroducedPair.In(_host);
        await pair.Deliver();
        _host.Clock.MoveTo(IntroducedPair.FirstDue + Duration.FromDays(21) + Duration.FromMinutes(1));
        Assert.Equal("degraded", await Reported());

        await pair.Dispatch();
        await pair.Deliver();
        Assert.Equal("healthy", await Reported());
        var states = await _host.Inside(pair.Community.Id, services => services.GetRequiredService<MentorshipDb>().CheckIns.AsNoTracking()
            .OrderBy(c => c.DueAt).Select(c => new { c.State, c.ExcusedBecause }).ToListAsync());
        Assert.Equal([CheckInState.Excused, CheckInState.Excused, CheckInState.Excused, CheckInState.Sent], states.Select(c => c.State));
        Assert.Equal([ExcuseReason.Ours, ExcuseReason.Ours, ExcuseReason.Ours, null], states.Select(c => c.ExcusedBecause));
        Assert.Single(_host.Mail.To(pair.Newcomer.Email), mail => mail.Contains("/c/"));
    }

    public void Dispose() => _host.Dispose();

    private Task<int> SetZones(IntroducedPair pair, string zone) => _host.Inside(pair.Community.Id, services =>
        services.GetRequiredService<MentorshipDb>().Plans.ExecuteUpdateAsync(p => p.SetProperty(x => x.Times.ZoneId, zone)));

    /// <summary>What the door says of the backlog once the job has looked.</summary>
    private async Task<string?> Reported()
    {
        await _host.Send(new ReportOverdue());
        var health = await _host.CreateClient().GetFromJsonAsync<JsonElement>("/health/ready");
        return health.GetProperty("checks").GetProperty("backlog").GetString();
    }

    private int Gauge(string name)
    {
        var meters = _host.Services.GetRequiredService<IMeterFactory>();
        var seen = -1;
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, all) =>
        {
            if (instrument.Name == name && instrument.Meter.Scope == meters) all.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<int>((_, value, _, _) => seen = value);
        listener.Start();
        listener.RecordObservableInstruments();
        return seen;
    }
}
