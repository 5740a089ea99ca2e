using System.Net;
using Mentorship.Api.Tests.Hosting;
using Mentorship.Api.Tests.Members;
using Mentorship.Domain;

namespace Mentorship.Api.Tests.Requests;

public sealed class AskAgainTests(SharedHost host) : IClassFixture<SharedHost>
{
    private static readonly object ForSponsor = new { pathway = "aa", kind = "sponsor" };

    [Fact]
    public async Task Who_has_someone_asks_again_only_after_that_has_ended()
    {
        var community = await SampleCommunity.In(host);
        var (mentor, me) = (await community.Mentor(), await community.Newcomer());
        var pairing = await community.ApprovedOffer(await community.Request(me), mentor);
        await SayYes(community, pairing, mentor, me);

        await me.Post($"{community.Path}/requests", ForSponsor).Is(HttpStatusCode.Conflict, "newcomer-has-mentor");
        await me.Post($"{community.Path}/pairings/{pairing}/end", null, "*").Is(HttpStatusCode.NoContent);
        await me.Post($"{community.Path}/requests", ForSponsor).Is(HttpStatusCode.Created);
    }

    [Fact]
    public async Task Who_waits_is_listed_whole_or_by_whether_an_offer_is_out()
    {
        var community = await SampleCommunity.In(host);
        var (mentor, offered, open) = (await community.Mentor(), await community.Newcomer(), await community.Newcomer());
        var requests = new[] { await community.Request(offered), await community.Request(open) };
        await community.ApprovedOffer(requests[0], mentor);

        Assert.Equal(requests.Select(r => r.Value).Order(), await Waiting(community, ""));
        Assert.Equal([requests[0].Value], await Waiting(community, "?state=offered"));
        Assert.Equal([requests[1].Value], await Waiting(community, "?state=open"));
        Assert.Empty(await Waiting(community, "?state=matched"));
    }

    private static async Task<IEnumerable<Guid>> Waiting(SampleCommunity community, string state) =>
        (await community.Coordinator.Items($"{community.Path}/requests{state}")).Select(r => r.GetProperty("id").GetGuid()).Order();

    [Fact]
    public async Task An_offer_that_is_out_does_not_show_when_somebody_asks_anew_and_its_two_yeses_serve_both()
    {
        var community = await SampleCommunity.In(host);
        var (mentor, other, me) = (await community.Mentor(), await community.Mentor(), await community.Newcomer());
        var first = await community.Request(me);
        var offer = await community.ApprovedOffer(first, mentor);
        await me.Post($"{community.Path}/requests/{first}/withdrawal", null, "*").Is(HttpStatusCode.NoContent);
        await me.Post($"{community.Path}/requests", ForSponsor).Is(HttpStatusCode.Created);
        var second = (await me.Items($"{community.Path}/requests/mine"))[1].GetProperty("id").GetGuid();
        var proposal = await community.Proposal(new(second), other);

        await SayYes(community, offer, mentor, me);
        Assert.Equal(["withdrawn", "matched"], await States(community, me));
        Assert.Equal("dismissed", await StateOf(community, proposal));
    }

    [Fact]
    public async Task What_is_proposed_for_a_request_goes_with_it()
    {
        var community = await SampleCommunity.In(host);
        var (mentor, me) = (await community.Mentor(), await community.Newcomer());
        var request = await community.Request(me);
        var proposal = await community.Proposal(request, mentor);
        await me.Post($"{community.Path}/requests/{request}/withdrawal", null, "*").Is(HttpStatusCode.NoContent);
        Assert.Equal("dismissed", await StateOf(community, proposal));
    }

    [Fact]
    public async Task A_request_that_was_taken_back_stays_so_when_its_offer_is_accepted()
    {
        var community = await SampleCommunity.In(host);
        var (mentor, me) = (await community.Mentor(), await community.Newcomer());
        var request = await community.Request(me);
        var offer = await community.ApprovedOffer(request, mentor);
        await me.Post($"{community.Path}/requests/{request}/withdrawal", null, "*").Is(HttpStatusCode.NoContent);
        await SayYes(community, offer, mentor, me);
        Assert.Equal(["withdrawn"], await States(community, me));
    }

    private static async Task SayYes(SampleCommunity community, PairingId pairing, params Person[] both)
    {
        foreach (var person in both)
            await person.Post($"{community.Path}/pairings/{pairing}/acceptance", new { shareEmail = true, sharePhone = false }, "*")
                .Is(HttpStatusCode.NoContent);
    }

    private static async Task<IEnumerable<string?>> States(SampleCommunity community, Person me) =>
        (await me.Items($"{community.Path}/requests/mine")).Select(r => r.GetProperty("state").GetString());

    private static async Task<string?> StateOf(SampleCommunity community, PairingId pairing) =>
        (await community.Coordinator.Read($"{community.Path}/pairings/for-review/{pairing}")).GetProperty("state").GetString();
}
