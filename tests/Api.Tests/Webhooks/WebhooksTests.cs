using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Mentorship.Api.Features.Notices;
using Mentorship.Api.Tests.CheckIns;
using Mentorship.Api.Tests.Hosting;
using Mentorship.Api.Tests.Http;
using Mentorship.Domain;
using Mentorship.Domain.Notices;
using Mentorship.Infrastructure.Notices.Webhook;
using Mentorship.Infrastructure.Persistence;
using Mentorship.Infrastructure.Persistence.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Mentorship.Api.Tests.Webhooks;

/// <summary>A community's own tools are told by codes and ids, signed, at least once.</summary>
public sealed class WebhooksTests : IAsyncLifetime
{
    private WebhookHost _host = null!;

    public async Task InitializeAsync() => _host = new WebhookHost(await WebhookReceiver.Start());

    [Fact]
    public async Task What_happens_is_told_by_code_and_id_and_can_be_verified_with_the_secret()
    {
        var (community, secret) = await _host.Told();
        var pair = await IntroducedPair.In(_host, community);

        await _host.Send(community);

        Assert.Equal(["pairing-approved", "pairing-introduced", "pairing-proposed"], _host.Receiver.All.Select(m => Kind(m)).Order());
        foreach (var message in _host.Receiver.All)
        {
            Assert.Equal(WebhookSignature.Of(secret, message.Id, long.Parse(message.Timestamp, CultureInfo.InvariantCulture), message.Body), message.Signature);
            var body = JsonSerializer.Deserialize<JsonElement>(message.Body);
            Assert.Equal(["id", "kind", "subjectId", "at"], body.EnumerateObject().Select(p => p.Name));
            Assert.Equal((message.Id, pair.Pairing.Value), (body.GetProperty("id").GetString(), body.GetProperty("subjectId").GetGuid()));
            Assert.DoesNotContain("Marker", message.Body);
            Assert.Empty(TellingWords.FindIn(message.Body));
        }
    }

    [Fact]
    public async Task A_check_in_that_was_missed_is_told_by_its_id_and_one_that_was_excused_is_not()
    {
        var (community, _) = await _host.Told();
        var pair = await Missed(community);
        _host.Clock.MoveTo(IntroducedPair.FirstDue + Duration.FromDays(7));
        await pair.Dispatch(); // this one never leaves
        await pair.LapseAfterGrace();
        await _host.Send(community);

        var missed = JsonSerializer.Deserialize<JsonElement>(Assert.Single(_host.Receiver.All, m => Kind(m) == "check-in-missed").Body);
        var states = await IntroducedPair.Items(pair.Newcomer, $"{pair.Path}/check-ins");
        Assert.Equal(["missed", "excused"], states.Select(c => c.GetProperty("state").GetString()));
        Assert.Equal(states[0].GetProperty("id").GetGuid(), missed.GetProperty("subjectId").GetGuid());
    }

    [Fact]
    public async Task That_a_miss_was_none_is_told_too()
    {
        var (community, _) = await _host.Told();
        var pair = await Missed(community);
        var asked = await _host.Inside(community.Id, services => services.GetRequiredService<MentorshipDb>().Notices.SingleAsync(n => n.Kind == NoticeKind.CheckInDue));
        await _host.Send(new TakeBackNotice(Actor.System(community.Id), asked.Id));
        await _host.Send(community);

        var told = _host.Receiver.All.Where(m => Kind(m) is "check-in-missed" or "check-in-excused").Select(m => JsonSerializer.Deserialize<JsonElement>(m.Body)).ToList();
        Assert.Equal(["check-in-missed", "check-in-excused"], told.Select(m => m.GetProperty("kind").GetString()));
        Assert.All(told, m => Assert.Equal(asked.Subject, m.GetProperty("subjectId").GetGuid()));
    }

    [Fact]
    public async Task Nothing_says_that_the_mentor_said_yes_before_the_newcomer_said_no()
    {
        var (community, _) = await _host.Told();
        var (mentor, newcomer) = (await community.Mentor(), await community.Newcomer());
        var pairing = await community.ApprovedOffer(await community.Request(newcomer), mentor);
        await _host.Send(new Features.Pairings.AcceptPairing(new(community.Id, mentor.Id, Domain.Members.Roles.Mentor), pairing, null, default));
        await _host.Send(new Features.Pairings.DeclinePairing(new(community.Id, newcomer.Id, Domain.Members.Roles.Newcomer), pairing, null));

        await _host.Send(community);

        Assert.Equal(["pairing-approved", "pairing-declined", "pairing-proposed"], _host.Receiver.All.Select(Kind).Order());
    }

    [Theory]
    [InlineData(500), InlineData(302), InlineData(404)]
    public async Task What_is_not_taken_is_told_again_under_the_same_id_and_no_redirect_is_followed(int status)
    {
        var (community, _) = await _host.Told();
        await IntroducedPair.In(_host, community);
        _host.Receiver.Status = status;
        await _host.Send(community);
        _host.Receiver.Status = 204;
        _host.Clock.Advance(Duration.FromMinutes(2));
        await _host.Send(community);

        Assert.Equal(6, _host.Receiver.All.Count);
        Assert.Equal(3, _host.Receiver.All.Select(m => m.Id).Distinct().Count());
        Assert.All(_host.Receiver.All, message => Assert.Equal("/inbox", message.Path));
        Assert.Equal(3, await _host.Count(community, NoticeState.Sent));
    }

    [Fact]
    public async Task Once_it_is_withdrawn_nothing_is_told_not_even_what_waited()
    {
        var (community, _) = await _host.Told();
        await IntroducedPair.In(_host, community);
        Assert.Equal(HttpStatusCode.NoContent, (await community.Coordinator.Http.DeleteAsync($"{community.Path}/webhook")).StatusCode);

        await _host.Send(community);

        Assert.Empty(_host.Receiver.All);
        Assert.Equal(3, await _host.Count(community, NoticeState.Dropped));
    }

    [Fact]
    public async Task The_secret_is_shown_once_and_an_address_that_is_not_https_is_refused()
    {
        var community = await SampleCommunity.In(_host);
        var answer = await Put(community, "https://tools.example.org/inbox");
        Assert.StartsWith("whsec_", (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("secret").GetString());
        Assert.DoesNotContain("whsec_", await community.Coordinator.Http.GetStringAsync($"{community.Path}/webhook"));
        foreach (var url in (string?[])["http://tools.example.org/", "https://user:word@tools.example.org/", "ftp://tools.example.org/", "tools", null])
            Assert.Equal(["url: url-invalid"], (await (await Put(community, url)).Problem(HttpStatusCode.BadRequest, "input-invalid")).Errors());
    }

    [Fact]
    public async Task Outside_Development_nothing_is_sent_to_this_machine_or_its_network()
    {
        using var caller = new WebhookCaller(anywhere: false);
        var refused = await Assert.ThrowsAsync<WebhookUnavailable>(() => caller.Post(new(new Uri(_host.Receiver.Url), "msg_1", 1, "{}", "v1,")));
        Assert.Equal("connection", refused.Code);
        await Assert.ThrowsAsync<WebhookUnavailable>(() => caller.Post(new(new Uri(_host.Receiver.Url.Replace("127.0.0.1", "localhost")), "msg_1", 1, "{}", "v1,")));
        Assert.Empty(_host.Receiver.All);
    }

    public async Task DisposeAsync()
    {
        await _host.DisposeAsync();
        await _host.Receiver.DisposeAsync();
    }

    /// <summary>A pair whose first check-in left and was not answered in time.</summary>
    private async Task<IntroducedPair> Missed(SampleCommunity community)
    {
        var pair = await IntroducedPair.In(_host, community);
        _host.Clock.MoveTo(IntroducedPair.FirstDue);
        await pair.Dispatch();
        await pair.Deliver();
        await pair.LapseAfterGrace();
        return pair;
    }

    private static string? Kind(Received message) => JsonSerializer.Deserialize<JsonElement>(message.Body).GetProperty("kind").GetString();

    private static Task<HttpResponseMessage> Put(SampleCommunity community, string? url) =>
        community.Coordinator.Http.PutAsJsonAsync($"{community.Path}/webhook", new { url });
}
