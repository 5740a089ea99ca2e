using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Mentorship.Api.Tests.Hosting;
using Mentorship.Domain;
using Mentorship.Domain.Members;
using Mentorship.Domain.Notices;
using Mentorship.Domain.Pairings;
using Mentorship.Engines;
using Mentorship.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Mentorship.Api.Tests.Pairings;

/// <summary>Twenty proposals for one mentor, approved at the same moment over HTTP: the database keeps the mentor's word on how many.</summary>
public class ParallelApprovalTests
{
    private const int Twenty = 20;

    [EveryEngine]
    public async Task Twenty_approvals_for_one_free_place_give_one_and_nineteen_are_told_that_the_mentor_is_full(Engine engine)
    {
        await using var host = await EngineHost.On(engine);
        var (community, proposals) = await Proposals(host.Api, capacity: 1);

        var answers = await Task.WhenAll(proposals.Select(p => Approve(community, p)));

        Assert.Single(answers, a => a == (HttpStatusCode.NoContent, null));
        Assert.Equal(Twenty - 1, answers.Count(a => a == (HttpStatusCode.Conflict, "mentor-full")));
        await Holds(host.Api, community, places: 1);
    }

    [EveryEngine]
    public async Task Twenty_approvals_for_twenty_free_places_are_all_given(Engine engine)
    {
        await using var host = await EngineHost.On(engine);
        var (community, proposals) = await Proposals(host.Api, capacity: Twenty);

        var answers = await Task.WhenAll(proposals.Select(p => Approve(community, p)));

        Assert.All(answers, a => Assert.Equal((HttpStatusCode.NoContent, null), a));
        await Holds(host.Api, community, places: Twenty);
    }

    [EveryEngine]
    public async Task Twenty_approvals_of_one_proposal_hold_one_place_and_ask_the_mentor_once(Engine engine)
    {
        await using var host = await EngineHost.On(engine);
        var (community, proposals) = await Proposals(host.Api, capacity: 3, count: 1);

        var answers = await Task.WhenAll(Enumerable.Range(0, Twenty).Select(_ => Approve(community, proposals[0])));

        Assert.Single(answers, a => a == (HttpStatusCode.NoContent, null));
        Assert.All(answers, a => Assert.True(a.Status is HttpStatusCode.NoContent or HttpStatusCode.Conflict && a.Code != "changed-meanwhile", $"{a}"));
        await Holds(host.Api, community, places: 1);
    }

    private static async Task<(SampleCommunity Community, IReadOnlyList<PairingId> Proposals)> Proposals(ApiHost host, int capacity, int count = Twenty)
    {
        var community = await SampleCommunity.In(host);
        var mentor = await community.Mentor(new MentorOffer { Capacity = capacity, Kinds = Kinds.Sponsor, HasOwnMentor = true, ProgrammeWorked = true });
        var proposals = new List<PairingId>();
        for (var i = 0; i < count; i++) proposals.Add(await community.Proposal(await community.Request(await community.Newcomer()), mentor));
        return (community, proposals);
    }

    private static async Task<(HttpStatusCode Status, string? Code)> Approve(SampleCommunity community, PairingId pairing)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"{community.Path}/pairings/{pairing}/approval");
        request.Headers.Add("If-Match", "*");
        using var answer = await community.Coordinator.Http.SendAsync(request);
        return (answer.StatusCode, answer.IsSuccessStatusCode ? null : (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString());
    }

    private static Task<bool> Holds(ApiHost host, SampleCommunity community, int places) => host.Inside(community.Id, async services =>
    {
        var db = services.GetRequiredService<MentorshipDb>();
        Assert.Equal(places, (await db.Members.SingleAsync(m => m.Mentor != null)).Mentor!.PlacesHeld);
        Assert.Equal(places, await db.Pairings.CountAsync(p => p.State == PairingState.Approved));
        Assert.Equal(places, await db.Requests.CountAsync(r => r.State == RequestState.Offered));
        Assert.Equal(places, await db.Notices.CountAsync(n => n.Kind == NoticeKind.PairingOffered));
        Assert.Equal(places, await db.Audit.CountAsync(a => a.Code == "pairing-approved"));
        return true;
    });
}
