using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Mentorship.Api.Features.CheckIns;
using Mentorship.Api.Features.Notices;
using Mentorship.Api.Tests.Hosting;
using Mentorship.Domain;
using Mentorship.Domain.Pairings;
using NodaTime;

namespace Mentorship.Api.Tests.CheckIns;

public sealed class CheckInPathTests : IDisposable
{
    private readonly ApiHost _host = new();

    [Fact]
    public async Task A_check_in_goes_out_at_its_local_time_and_its_link_answers_it_without_a_log_in()
    {
        var (community, mentor, newcomer, pairing) = await AnIntroducedPair();
        _host.Clock.MoveTo(Instant.FromUtc(2026, 10, 25, 17, 59)); // Sunday, one minute before 18:00 in Dublin, which left summer time that morning
        Assert.Equal(0, await Dispatch(community));
        _host.Clock.Advance(Duration.FromMinutes(1));
        Assert.Equal(1, await Dispatch(community));
        Assert.Equal(0, await Dispatch(community));
        await Deliver(community);

        var link = _host.Mail.LinkTo(newcomer.Email);
        var stranger = _host.CreateClient();
        using var shown = await stranger.GetAsync(link);
        Assert.False(shown.Headers.Contains("Set-Cookie")); // the token is the whole credential: no cookie is set, so none is asked for
        var page = await shown.Content.ReadAsStringAsync();
        Assert.Contains("How are you?", page);
        Assert.Contains("116 123", page); // Ireland's line, by the zone of the newcomer

        var posted = await stranger.PostAsync(link, new FormUrlEncodedContent(new Dictionary<string, string> { ["q.today"] = "hard", ["q.week"] = "marker-words" }));
        Assert.Equal(HttpStatusCode.OK, posted.StatusCode);
        Assert.Contains("Thank you", await posted.Content.ReadAsStringAsync());

        var own = await Items(newcomer, $"{community.Path}/pairings/{pairing}/check-ins");
        Assert.Equal("answered", own[0].GetProperty("state").GetString());
        Assert.Contains("marker-words", own[0].GetRawText());
        var seenByMentor = await Items(mentor, $"{community.Path}/pairings/{pairing}/check-ins");
        Assert.Equal("answered", seenByMentor[0].GetProperty("state").GetString());
        Assert.Equal(0, seenByMentor[0].GetProperty("answers").GetArrayLength());
        var seenByCoordinator = await Items(community.Coordinator, $"{community.Path}/check-ins");
        Assert.Equal("answered", seenByCoordinator[0].GetProperty("state").GetString());
        Assert.DoesNotContain("marker-words", seenByCoordinator[0].GetRawText());
    }

    [Fact]
    public async Task Opening_a_link_changes_nothing_and_a_second_answer_is_told_kindly()
    {
        var (community, _, newcomer, pairing) = await AnIntroducedPair();
        _host.Clock.MoveTo(Instant.FromUtc(2026, 10, 25, 18, 0));
        await Dispatch(community);
        await Deliver(community);
        var link = _host.Mail.LinkTo(newcomer.Email);
        var stranger = _host.CreateClient();
        for (var scanner = 0; scanner < 3; scanner++) await stranger.GetAsync(link);
        Assert.Equal("sent", (await Items(newcomer, $"{community.Path}/pairings/{pairing}/check-ins"))[0].GetProperty("state").GetString());

        var form = new Dictionary<string, string> { ["q.today"] = "good" };
        await stranger.PostAsync(link, new FormUrlEncodedContent(form));
        var second = await stranger.PostAsync(link, new FormUrlEncodedContent(form));
        Assert.Contains("This note is closed", await second.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_link_with_one_changed_character_is_not_found()
    {
        var (community, _, newcomer, _) = await AnIntroducedPair();
        _host.Clock.MoveTo(Instant.FromUtc(2026, 10, 25, 18, 0));
        await Dispatch(community);
        await Deliver(community);
        var link = _host.Mail.LinkTo(newcomer.Email);
        var changed = link[..^5] + (link[^5] == 'A' ? 'B' : 'A') + link[^4..];
        Assert.Equal(HttpStatusCode.NotFound, (await _host.CreateClient().GetAsync(changed)).StatusCode);
    }

    [Fact]
    public async Task What_was_sent_and_not_answered_within_its_grace_is_missed_and_still_counts_when_answered_late()
    {
        var (community, _, newcomer, pairing) = await AnIntroducedPair();
        _host.Clock.MoveTo(Instant.FromUtc(2026, 10, 25, 18, 0));
        await Dispatch(community);
        await Deliver(community);
        _host.Clock.Advance(Duration.FromHours(48));
        Assert.Equal(0, await Lapse(community));
        _host.Clock.Advance(Duration.FromSeconds(1));
        Assert.Equal(1, await Lapse(community));
        var missed = (await Items(newcomer, $"{community.Path}/pairings/{pairing}/check-ins"))[0];
        Assert.Equal("missed", missed.GetProperty("state").GetString());

        var answered = await newcomer.Http.PostAsJsonAsync($"{community.Path}/check-ins/{missed.GetProperty("id").GetGuid()}/answers",
            new { answers = new[] { new { question = "today", choice = "good", audience = "mentor" } } });
        Assert.Equal(HttpStatusCode.OK, answered.StatusCode);
        var late = (await Items(newcomer, $"{community.Path}/pairings/{pairing}/check-ins"))[0];
        Assert.Equal("answered", late.GetProperty("state").GetString());
        Assert.True(late.GetProperty("answeredLate").GetBoolean());
    }

    [Fact]
    public async Task Contact_details_show_only_after_both_said_yes_and_only_those_that_were_chosen()
    {
        var (community, mentor, newcomer, pairing) = await AnOffer();
        var path = $"{community.Path}/pairings/{pairing}";
        Assert.Equal(HttpStatusCode.NotFound, (await newcomer.Http.GetAsync(path)).StatusCode); // the mentor is asked first
        await Post(mentor, path, "acceptance", new { shareEmail = false, sharePhone = true });
        Assert.DoesNotContain("+1555", await newcomer.Http.GetStringAsync(path));
        await Post(newcomer, path, "acceptance", new { shareEmail = true, sharePhone = false });

        var forNewcomer = (await newcomer.Http.GetFromJsonAsync<JsonElement>(path)).GetProperty("otherContact");
        Assert.StartsWith("+1555", forNewcomer.GetProperty("phone").GetString());
        Assert.Equal(JsonValueKind.Null, forNewcomer.GetProperty("email").ValueKind);
        var forMentor = (await mentor.Http.GetFromJsonAsync<JsonElement>(path)).GetProperty("otherContact");
        Assert.Equal(newcomer.Email, forMentor.GetProperty("email").GetString());
        Assert.Equal(JsonValueKind.Null, forMentor.GetProperty("phone").ValueKind);
    }

    [Fact]
    public async Task A_no_of_the_mentor_is_never_seen_by_the_newcomer_and_frees_the_place()
    {
        var (community, mentor, newcomer, pairing) = await AnOffer();
        var path = $"{community.Path}/pairings/{pairing}";
        await Post(mentor, path, "refusal", null);
        Assert.Equal(HttpStatusCode.NotFound, (await newcomer.Http.GetAsync(path)).StatusCode);
        Assert.Empty(await Items(newcomer, $"{community.Path}/pairings"));
        var waiting = await Items(community.Coordinator, $"{community.Path}/requests");
        Assert.Equal("open", waiting[0].GetProperty("state").GetString());
        Assert.True(waiting[0].GetProperty("needsProposal").GetBoolean());
    }

    public void Dispose() => _host.Dispose();

    private async Task<(SampleCommunity Community, Person Mentor, Person Newcomer, PairingId Pairing)> AnOffer()
    {
        var community = await SampleCommunity.In(_host);
        var mentor = await community.Mentor();
        var newcomer = await community.Newcomer();
        var pairing = await community.ApprovedOffer(await community.Request(newcomer), mentor);
        return (community, mentor, newcomer, pairing);
    }

    private async Task<(SampleCommunity Community, Person Mentor, Person Newcomer, PairingId Pairing)> AnIntroducedPair()
    {
        var offer = await AnOffer();
        var path = $"{offer.Community.Path}/pairings/{offer.Pairing}";
        await Post(offer.Mentor, path, "acceptance", new { shareEmail = true, sharePhone = true });
        await Post(offer.Newcomer, path, "acceptance", new { shareEmail = true, sharePhone = true });
        return offer;
    }

    private static async Task Post(Person person, string path, string step, object? body)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"{path}/{step}") { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.Add("If-Match", "*");
        var answer = await person.Http.SendAsync(request);
        Assert.True(answer.StatusCode == HttpStatusCode.NoContent, $"{step}: {answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
    }

    private static async Task<IReadOnlyList<JsonElement>> Items(Person person, string path) =>
        [.. (await person.Http.GetFromJsonAsync<JsonElement>(path)).GetProperty("items").EnumerateArray()];

    private Task<int> Dispatch(SampleCommunity community) => _host.Send(new DispatchCheckIns(Actor.System(community.Id), 100));

    private Task<int> Lapse(SampleCommunity community) => _host.Send(new LapseCheckIns(Actor.System(community.Id), 100));

    private Task<int> Deliver(SampleCommunity community) => _host.Send(new SendNotices(Actor.System(community.Id), 100));
}
