using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Mentorship.Api.Features.CheckIns;
using Mentorship.Api.Features.Notices;
using Mentorship.Api.Features.Pairings;
using Mentorship.Api.Tests.Hosting;
using Mentorship.Domain;
using Mentorship.Domain.Members;
using Mentorship.Domain.Pairings;
using NodaTime;
using NodaTime.Text;

namespace Mentorship.Api.Tests.CheckIns;

/// <summary>A pair that said yes, and the steps of the timetable that concern its check-ins.</summary>
internal sealed record IntroducedPair(ApiHost Host, SampleCommunity Community, Person Mentor, Person Newcomer, PairingId Pairing)
{
    /// <summary>When the first check-in of the pair is due: Sunday 18:00 in Dublin.</summary>
    public static Instant FirstDue => Instant.FromUtc(2026, 10, 25, 18, 0);

    public string Path => $"{Community.Path}/pairings/{Pairing}";

    public static async Task<IntroducedPair> In(ApiHost host, SampleCommunity? community = null, Profile? mentors = null)
    {
        community ??= await SampleCommunity.In(host);
        var (mentor, newcomer) = (await community.Mentor(profile: mentors), await community.Newcomer());
        var pairing = await community.ApprovedOffer(await community.Request(newcomer), mentor);
        await host.Send(new AcceptPairing(new(community.Id, mentor.Id, Roles.Mentor), pairing, null, ContactShare.Email));
        await host.Send(new AcceptPairing(new(community.Id, newcomer.Id, Roles.Newcomer), pairing, null, ContactShare.Email));
        return new(host, community, mentor, newcomer, pairing);
    }

    /// <summary>The same with its first check-in due and, unless the mail fails, sent.</summary>
    public static async Task<IntroducedPair> Asked(ApiHost host)
    {
        var pair = await In(host);
        await pair.Deliver(); // the news of the introduction, so that only the check-in is left to send
        host.Clock.MoveTo(FirstDue);
        await pair.Dispatch();
        return pair;
    }

    public Task<int> Dispatch() => Host.Send(new DispatchCheckIns(Actor.System(Community.Id), 100));

    /// <summary>Until nothing is due that may be tried; answers how many were.</summary>
    public async Task<int> Deliver()
    {
        var all = 0;
        while (await Host.Send(new SendNotices(Actor.System(Community.Id), 500)) is > 0 and var few) all += few;
        return all;
    }

    /// <summary>Every hour until then the jobs run.</summary>
    public async Task Live(Instant until)
    {
        while (Host.Clock.Now < until)
        {
            Host.Clock.MoveTo(Instant.Min(until, Host.Clock.Now + Duration.FromHours(1)));
            await Jobs();
        }
    }

    public async Task Jobs()
    {
        var service = Actor.System(Community.Id);
        await Dispatch();
        await Deliver();
        await Host.Send(new LapseCheckIns(service, 100));
        await Host.Send(new ClimbLadder(service, 100));
        await Deliver();
    }

    /// <summary>A minute after the time to answer the latest one has passed.</summary>
    public async Task<int> LapseAfterGrace()
    {
        var by = (await Items(Newcomer, $"{Path}/check-ins"))[^1].GetProperty("answerBy").GetString()!;
        Host.Clock.MoveTo(InstantPattern.ExtendedIso.Parse(by).Value + Duration.FromMinutes(1));
        return await Host.Send(new LapseCheckIns(Actor.System(Community.Id), 100));
    }

    /// <summary>The one check-in, as the newcomer sees it.</summary>
    public async Task<JsonElement> CheckIn() => Assert.Single(await Items(Newcomer, $"{Path}/check-ins"));

    public async Task<string?> State() => (await CheckIn()).GetProperty("state").GetString();

    public async Task<string?> ExcusedBecause() => (await CheckIn()).GetProperty("excusedBecause").GetString();

    public async Task Answer(params object[] answers)
    {
        var id = (await CheckIn()).GetProperty("id").GetGuid();
        var answer = await Newcomer.Http.PostAsJsonAsync($"{Community.Path}/check-ins/{id}/answers", new { answers });
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    /// <summary>The newcomer's days off, both ends included.</summary>
    public async Task TakeOff(string from, string to)
    {
        var answer = await Newcomer.Http.PutAsJsonAsync($"{Community.Path}/members/me/days-off", new { spans = new[] { new { from, to } } });
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
    }

    public async Task Post(Person person, string step)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"{Path}/{step}");
        request.Headers.Add("If-Match", "*");
        Assert.Equal(HttpStatusCode.NoContent, (await person.Http.SendAsync(request)).StatusCode);
    }

    public static async Task<IReadOnlyList<JsonElement>> Items(Person person, string path) =>
        [.. (await person.Http.GetFromJsonAsync<JsonElement>(path)).GetProperty("items").EnumerateArray()];
}
