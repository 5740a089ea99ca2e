using System.Net.Http.Json;
using System.Text.Json;
using Mentorship.Api.Features.Overdue;
using Mentorship.Api.Tests.CheckIns;
using Mentorship.Api.Tests.Hosting;
using Mentorship.Domain.Notices;
using Mentorship.Infrastructure.Notices;
using Mentorship.Infrastructure.Notices.Email;
using Mentorship.Infrastructure.Persistence;
using Mentorship.Infrastructure.Persistence.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Mentorship.Api.Tests.Notices;

/// <summary>A mail server says the same words of a dead mailbox and of us: what is dropped for it, and what is not.</summary>
public sealed class RefusalTests : IDisposable
{
    private readonly ApiHost _host = new();

    [Fact]
    public async Task A_server_that_refuses_everybody_costs_nobody_a_note_and_a_call_for_help_least_of_all()
    {
        var community = await SampleCommunity.In(_host);
        for (var n = 0; n < 8; n++) await Queue.Add(_host, community.Id, await community.Newcomer(), NoticeKind.PairingIntroduced, 1);
        await Queue.Add(_host, community.Id, await community.Mentor(), NoticeKind.SomeoneAsksForContact, 1);
        _host.Mail.FailsWith = new EmailRefused("recipient-550", mayBeOfUs: true);

        for (var minute = 0; minute < 60; minute++, _host.Clock.Advance(Duration.FromMinutes(1))) await Queue.Send(_host);

        Assert.Equal(9, await Count(community, n => n.State == NoticeState.Waiting));
        Assert.Equal("degraded", await Health());
        Assert.Contains(_host.Log.All, line => line.Contains("Nothing leaves by Email for a while: recipient-550", StringComparison.Ordinal));

        _host.Mail.FailsWith = null;
        for (var minute = 0; minute < 20; minute++, _host.Clock.Advance(Duration.FromMinutes(1))) // the call is due again within twelve
        {
            await Queue.Send(_host);
            await _host.Send(new ReportOverdue());
        }
        Assert.Equal(9, await Count(community, n => n.State == NoticeState.Sent));
        Assert.Equal("healthy", await Health());
    }

    [Fact]
    public async Task After_five_who_were_refused_nothing_else_is_tried()
    {
        var community = await SampleCommunity.In(_host);
        for (var n = 0; n < 8; n++) await Queue.Add(_host, community.Id, await community.Newcomer(), NoticeKind.PairingIntroduced, 1);
        _host.Mail.FailsWith = new EmailRefused("recipient-550", mayBeOfUs: true);

        await Queue.Send(_host);

        Assert.Equal(Circuit.FailuresInARow, await Count(community, n => n.Attempts == 1));
    }

    [Fact]
    public async Task A_dead_mailbox_among_others_is_let_go_at_its_second_no_and_the_log_says_which_and_why()
    {
        var community = await SampleCommunity.In(_host);
        var (dead, other) = (await community.Newcomer(), await community.Newcomer());
        _host.Mail.Dead = dead.Email;
        var id = Assert.Single(await Queue.Add(_host, community.Id, dead, NoticeKind.PairingIntroduced, 1));
        await Queue.Send(_host);
        await Queue.Add(_host, community.Id, other, NoticeKind.PairingIntroduced, 1);
        await Queue.Send(_host);
        Assert.Equal(1, await Count(community, n => n.State == NoticeState.Waiting));

        _host.Clock.Advance(Duration.FromMinutes(2));
        await Queue.Send(_host);

        Assert.Equal(1, await Count(community, n => n.State == NoticeState.Dropped));
        Assert.Equal(2, _host.Log.All.Count(line => line.Contains($"Email refused notice {id}, pairing-introduced: recipient-550", StringComparison.Ordinal)));
        Assert.Equal("healthy", await Health());
        Assert.DoesNotContain(_host.Log.All, line => line.StartsWith("Warning", StringComparison.Ordinal) && line.Contains(dead.Email, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_call_whose_contact_has_a_dead_mailbox_is_told_to_the_coordinators_anew_at_its_second_no()
    {
        var pair = await Called();
        Assert.Equal(["help-asked-for"], await Concerns(pair));
        for (var minute = 0; minute < 30; minute++, _host.Clock.Advance(Duration.FromMinutes(1))) await pair.Deliver();

        Assert.Equal(["help-asked-for", "contact-unreachable"], await Concerns(pair));
        Assert.Equal(2, _host.Mail.To(pair.Community.Coordinator.Email).Count);
    }

    [Theory]
    [InlineData("smtp-450"), InlineData("smtp-550")]
    public async Task A_call_whose_contact_s_mailbox_only_puts_it_off_is_told_to_the_coordinators_anew_within_minutes_and_once(string code)
    {
        _host.Mail.Says = PutsOff(code);
        var pair = await Called();
        _host.Clock.Advance(Duration.FromMinutes(2));
        await pair.Deliver();
        Assert.Equal(["help-asked-for"], await Concerns(pair)); // it may be greylisted, and come at the next try

        for (var minute = 0; minute < 60; minute++, _host.Clock.Advance(Duration.FromMinutes(1)))
        {
            await pair.Deliver();
            if (minute == 9) Assert.Equal(["help-asked-for", "contact-unreachable"], await Concerns(pair));
        }

        Assert.Equal(2, (await Concerns(pair)).Count());
        Assert.Equal(2, _host.Mail.To(pair.Community.Coordinator.Email).Count);
        Assert.Equal(1, await Count(pair.Community, n => n.Kind == NoticeKind.SomeoneAsksForContact && n.State == NoticeState.Waiting)); // and tried on
    }

    [Fact]
    public async Task A_mailbox_that_puts_a_call_off_all_night_holds_up_nobody_else_s()
    {
        _host.Mail.Says = PutsOff("smtp-550");
        var pair = await Called();
        var other = await pair.Community.Mentor();
        for (var minute = 0; minute < 8 * 60; minute++, _host.Clock.Advance(Duration.FromMinutes(1))) await pair.Deliver();
        Assert.Equal("healthy", await Health());

        await Queue.Add(_host, pair.Community.Id, other, NoticeKind.SomeoneAsksForContact, 1);
        await pair.Deliver();

        Assert.Single(_host.Mail.To(other.Email));
    }

    [Fact]
    public async Task A_call_that_is_let_go_leaves_a_line_in_the_trail_and_is_seen_in_health()
    {
        var pair = await Called();
        await Queue.Add(_host, pair.Community.Id, pair.Newcomer, NoticeKind.CoordinatorLook, 1);
        await pair.Deliver(); // another one is taken
        _host.Clock.Advance(Duration.FromMinutes(2));
        await pair.Deliver();

        Assert.Equal(1, await _host.Inside(pair.Community.Id, s => s.GetRequiredService<MentorshipDb>().Audit.CountAsync(a => a.Code == "notice-refused")));
        Assert.Equal(1, await Count(pair.Community, n => n.Kind == NoticeKind.SomeoneAsksForContact && n.State == NoticeState.Dropped));
        Assert.Equal("degraded", await Health());
    }

    public void Dispose() => _host.Dispose();

    /// <summary>The newcomer has called, and the note to the mentor was refused once.</summary>
    private async Task<IntroducedPair> Called()
    {
        var pair = await IntroducedPair.Asked(_host);
        _host.Mail.Dead = pair.Mentor.Email;
        await pair.Answer(new { question = "contact", choice = "call-me" });
        await pair.Deliver();
        return pair;
    }

    private static EmailUnavailable PutsOff(string code) => new(code, ofChannel: false, mayBeOfUs: code == "smtp-550");

    private static async Task<IEnumerable<string?>> Concerns(IntroducedPair pair) =>
        (await IntroducedPair.Items(pair.Community.Coordinator, $"{pair.Community.Path}/concerns")).Select(c => c.GetProperty("kind").GetString());

    private Task<int> Count(SampleCommunity community, System.Linq.Expressions.Expression<Func<Notice, bool>> which) =>
        _host.Inside(community.Id, services => services.GetRequiredService<MentorshipDb>().Notices.CountAsync(which));

    private async Task<string?> Health() =>
        (await _host.CreateClient().GetFromJsonAsync<JsonElement>("/health/ready")).GetProperty("checks").GetProperty("channels").GetString();
}
