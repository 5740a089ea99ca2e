using System.Net.Http.Json;
using System.Text.Json;
using Mentorship.Api.Tests.CheckIns;
using Mentorship.Api.Tests.Hosting;
using Mentorship.Domain.Notices;
using Mentorship.Infrastructure.Notices.Email;
using Mentorship.Infrastructure.Persistence;
using Mentorship.Infrastructure.Persistence.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Mentorship.Api.Tests.Notices;

/// <summary>Nothing is tried without end: a mailbox that takes nothing for three days gets no more of a notice.</summary>
public sealed class GivenUpTests : IDisposable
{
    private readonly ApiHost _host = new();

    [Fact]
    public async Task A_notice_that_nobody_takes_for_three_days_is_given_up_and_said_in_trail_log_and_health()
    {
        var (community, id) = await Unwanted();
        Assert.Equal("healthy", await Health());

        await TryFor(Duration.FromHours(71), community);
        Assert.Equal(NoticeState.Waiting, (await Of(community, id)).State);
        Assert.Equal("healthy", await Health());
        await TryFor(Duration.FromHours(9), community);

        var given = await Of(community, id);
        Assert.Equal((NoticeState.Dropped, null), (given.State, given.NextAttemptAt));
        Assert.Single(_host.Log.All, line => line.Contains($"Notice {id}, pairing-introduced, could not be delivered", StringComparison.Ordinal));
        Assert.True(await _host.Inside(community.Id, s => s.GetRequiredService<MentorshipDb>().Audit.AnyAsync(a => a.Code == "notice-given-up")));
        Assert.Equal("degraded", await Health());
        _host.Clock.Advance(Duration.FromDays(1));
        Assert.Equal("healthy", await Health());
    }

    [Fact]
    public async Task After_an_outage_of_ours_of_four_days_it_is_tried_in_earnest_first()
    {
        var (community, id) = await Unwanted();
        _host.Clock.Advance(Duration.FromDays(4));

        await Queue.Send(_host);
        Assert.Equal(NoticeState.Waiting, (await Of(community, id)).State);
        _host.Clock.Advance(Duration.FromMinutes(2));
        _host.Mail.FailsWith = null;
        await Queue.Send(_host);

        Assert.Equal(NoticeState.Sent, (await Of(community, id)).State);
    }

    public void Dispose() => _host.Dispose();

    private async Task<(SampleCommunity Community, string Notice)> Unwanted()
    {
        var community = await SampleCommunity.In(_host);
        var ids = await Queue.Add(_host, community.Id, await community.Newcomer(), NoticeKind.PairingIntroduced, 1);
        _host.Mail.FailsWith = new EmailUnavailable("smtp-450", ofChannel: false);
        return (community, ids[0]);
    }

    private async Task TryFor(Duration time, SampleCommunity community)
    {
        for (var end = _host.Clock.Now + time; _host.Clock.Now < end; _host.Clock.Advance(Duration.FromMinutes(30)))
            await _host.Send(new Api.Features.Notices.SendNotices(Domain.Actor.System(community.Id), 20));
    }

    private Task<Notice> Of(SampleCommunity community, string id) => _host.Inside(community.Id, services =>
        services.GetRequiredService<MentorshipDb>().Notices.AsNoTracking().SingleAsync(n => n.Id == new Domain.NoticeId(Guid.Parse(id))));

    private async Task<string?> Health() =>
        (await _host.CreateClient().GetFromJsonAsync<JsonElement>("/health/ready")).GetProperty("checks").GetProperty("channels").GetString();
}
