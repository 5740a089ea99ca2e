using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Mentorship.Api.Tests.Hosting;
using Mentorship.Domain;
using Mentorship.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Mentorship.Api.Tests.Members;

public sealed class BlockTests(SharedHost host) : IClassFixture<SharedHost>
{
    [Fact]
    public async Task A_block_is_listed_to_who_set_it_and_to_nobody_else()
    {
        var (community, mentor, newcomer, pairing) = await AnIntroducedPair();
        var id = await Block(community, newcomer, pairing);

        Assert.Equal(id, (await newcomer.Items($"{community.Path}/blocks")).Single().GetProperty("id").GetGuid());
        Assert.Empty(await mentor.Items($"{community.Path}/blocks"));
        Assert.Empty(await community.Coordinator.Items($"{community.Path}/blocks"));
        Assert.Empty(await community.Coordinator.Items($"{community.Path}/blocks/conflicts"));
        await mentor.Delete($"{community.Path}/blocks/{id}").Is(HttpStatusCode.NotFound, "not-found");
        await community.Coordinator.Delete($"{community.Path}/blocks/{id}").Is(HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task A_block_that_stands_is_answered_the_same_and_can_be_lifted_by_who_set_it()
    {
        var (community, _, newcomer, pairing) = await AnIntroducedPair();
        var id = await Block(community, newcomer, pairing);
        Assert.Equal(id, await Block(community, newcomer, pairing));
        await newcomer.Delete($"{community.Path}/blocks/{id}").Is(HttpStatusCode.NoContent);
        await newcomer.Delete($"{community.Path}/blocks/{id}").Is(HttpStatusCode.NotFound, "not-found");
        Assert.Empty(await newcomer.Items($"{community.Path}/blocks"));
        Assert.NotEqual(id, await Block(community, newcomer, pairing));
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task A_pairing_that_runs_ends_at_once_and_to_the_other_it_looks_like_any_that_was_ended(bool byNewcomer)
    {
        var (community, mentor, newcomer, pairing) = await AnIntroducedPair();
        var (by, other) = byNewcomer ? (newcomer, mentor) : (mentor, newcomer);
        await Block(community, by, pairing);

        var seen = await other.Read($"{community.Path}/pairings/{pairing}");
        Assert.Equal(("ended", JsonValueKind.Null), (seen.GetProperty("standing").GetString(), seen.GetProperty("otherContact").ValueKind));
        Assert.Equal("pairing-ended", (await other.Items($"{community.Path}/inbox"))[^1].GetProperty("kind").GetString());
        Assert.Equal("ended", (await community.Coordinator.Read($"{community.Path}/pairings/for-review/{pairing}")).GetProperty("state").GetString());
        Assert.Equal(0, (await mentor.Read($"{community.Path}/members/me")).GetProperty("mentor").GetProperty("standing").GetProperty("placesHeld").GetInt32());
        Assert.False(await host.Inside(community.Id, services =>
            services.GetRequiredService<MentorshipDb>().Plans.AnyAsync(p => p.Pairing == pairing && p.EndedAt == null)));
        var told = (await other.Items($"{community.Path}/inbox")).Count;
        await Block(community, by, pairing);
        Assert.Equal(told, (await other.Items($"{community.Path}/inbox")).Count);
    }

    [Fact]
    public async Task An_offer_that_waits_for_an_answer_closes_like_a_no()
    {
        var community = await SampleCommunity.In(host);
        var (mentor, newcomer) = (await community.Mentor(), await community.Newcomer());
        var pairing = await community.ApprovedOffer(await community.Request(newcomer), mentor);
        var inbox = (await newcomer.Items($"{community.Path}/inbox")).Count;

        await Block(community, mentor, pairing);
        Assert.Equal("closed", (await mentor.Read($"{community.Path}/pairings/{pairing}")).GetProperty("standing").GetString());
        await newcomer.Http.GetAsync($"{community.Path}/pairings/{pairing}").Is(HttpStatusCode.NotFound, "not-found");
        Assert.Equal(inbox, (await newcomer.Items($"{community.Path}/inbox")).Count);
        var waiting = (await community.Coordinator.Items($"{community.Path}/requests")).Single();
        Assert.Equal(("open", true), (waiting.GetProperty("state").GetString(), waiting.GetProperty("needsProposal").GetBoolean()));
        var standing = (await mentor.Read($"{community.Path}/members/me")).GetProperty("mentor").GetProperty("standing");
        Assert.Equal(0, standing.GetProperty("placesHeld").GetInt32());
        await mentor.Post($"{community.Path}/pairings/{pairing}/acceptance", null, "*").Is(HttpStatusCode.Conflict, "pairing-wrong-state");
    }

    [Fact]
    public async Task A_block_takes_each_out_of_the_other_s_candidates_and_its_end_brings_them_back()
    {
        var (community, mentor, newcomer, pairing) = await AnIntroducedPair();
        await newcomer.Post($"{community.Path}/pairings/{pairing}/end", null, "*").Is(HttpStatusCode.NoContent);
        var path = $"{community.Path}/requests/{await community.Request(newcomer)}/candidates";
        Assert.DoesNotContain("separated", await community.Coordinator.Http.GetStringAsync(path));
        var id = await Block(community, mentor, pairing);
        Assert.Contains("separated", await community.Coordinator.Http.GetStringAsync(path));
        await mentor.Delete($"{community.Path}/blocks/{id}").Is(HttpStatusCode.NoContent);
        Assert.DoesNotContain("separated", await community.Coordinator.Http.GetStringAsync(path));
    }

    [Fact]
    public async Task Nobody_blocks_by_a_pairing_that_is_not_theirs_or_not_known_to_them_yet()
    {
        var community = await SampleCommunity.In(host);
        var (mentor, newcomer, other) = (await community.Mentor(), await community.Newcomer(), await community.Newcomer());
        var pairing = await community.ApprovedOffer(await community.Request(newcomer), mentor);
        foreach (var person in new[] { other, newcomer, community.Coordinator }) // the newcomer learns of it when the mentor has said yes
            await person.Post($"{community.Path}/blocks", new { pairing = pairing.Value }).Is(HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task A_conflict_is_one_whichever_way_it_is_declared_and_closes_an_offer_too()
    {
        var community = await SampleCommunity.In(host);
        var (mentor, newcomer) = (await community.Mentor(), await community.Newcomer());
        var pairing = await community.ApprovedOffer(await community.Request(newcomer), mentor);
        var one = await Declare(community, mentor.Id, newcomer.Id);
        Assert.Equal(one, await Declare(community, newcomer.Id, mentor.Id));

        var listed = (await community.Coordinator.Items($"{community.Path}/blocks/conflicts")).Single();
        Assert.Equal(new HashSet<Guid> { mentor.Id.Value, newcomer.Id.Value },
            [listed.GetProperty("oneId").GetGuid(), listed.GetProperty("otherId").GetGuid()]);
        Assert.Equal("closed", (await mentor.Read($"{community.Path}/pairings/{pairing}")).GetProperty("standing").GetString());
        foreach (var person in new[] { mentor, newcomer })
        {
            Assert.Empty(await person.Items($"{community.Path}/blocks"));
            await person.Delete($"{community.Path}/blocks/{one}").Is(HttpStatusCode.NotFound, "not-found");
        }
        await community.Coordinator.Delete($"{community.Path}/blocks/{one}").Is(HttpStatusCode.NoContent);
        Assert.Empty(await community.Coordinator.Items($"{community.Path}/blocks/conflicts"));
    }

    [Fact]
    public async Task A_conflict_needs_two_members_of_this_community_and_a_coordinator()
    {
        var (community, elsewhere) = (await SampleCommunity.In(host), await SampleCommunity.In(host));
        var (mentor, stranger) = (await community.Mentor(), await elsewhere.Mentor());
        var path = $"{community.Path}/blocks/conflicts";
        await community.Coordinator.Post(path, new { one = mentor.Id.Value, other = mentor.Id.Value })
            .Is(HttpStatusCode.Conflict, "block-self");
        await community.Coordinator.Post(path, new { one = mentor.Id.Value, other = stranger.Id.Value })
            .Is(HttpStatusCode.NotFound, "not-found");
        await mentor.Post(path, new { one = mentor.Id.Value, other = community.Coordinator.Id.Value })
            .Is(HttpStatusCode.Forbidden, "role-needed");
        await mentor.Http.GetAsync(path).Is(HttpStatusCode.Forbidden, "role-needed");
    }

    [Fact]
    public async Task The_audit_trail_keeps_that_a_block_was_set_and_lifted()
    {
        var (community, _, newcomer, pairing) = await AnIntroducedPair();
        var id = await Block(community, newcomer, pairing);
        await newcomer.Delete($"{community.Path}/blocks/{id}").Is(HttpStatusCode.NoContent);
        var codes = await host.Inside(community.Id, services =>
            services.GetRequiredService<MentorshipDb>().Audit.Where(a => a.Subject == id && a.Actor == newcomer.Id)
                .Select(a => a.Code).ToListAsync());
        Assert.Equal(["block-lifted", "block-set"], codes.Order());
    }

    private async Task<(SampleCommunity Community, Person Mentor, Person Newcomer, PairingId Pairing)> AnIntroducedPair()
    {
        var community = await SampleCommunity.In(host);
        var (mentor, newcomer) = (await community.Mentor(), await community.Newcomer());
        var pairing = await community.ApprovedOffer(await community.Request(newcomer), mentor);
        foreach (var person in new[] { mentor, newcomer })
            await person.Post($"{community.Path}/pairings/{pairing}/acceptance", new { shareEmail = true, sharePhone = false }, "*")
                .Is(HttpStatusCode.NoContent);
        return (community, mentor, newcomer, pairing);
    }

    private static async Task<Guid> Block(SampleCommunity community, Person by, PairingId pairing) =>
        await IdOf(by.Post($"{community.Path}/blocks", new { pairing = pairing.Value }));

    private static async Task<Guid> Declare(SampleCommunity community, MemberId one, MemberId other) =>
        await IdOf(community.Coordinator.Post($"{community.Path}/blocks/conflicts", new { one = one.Value, other = other.Value }));

    private static async Task<Guid> IdOf(Task<HttpResponseMessage> sent)
    {
        var answer = await sent;
        Assert.True(answer.StatusCode == HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
    }
}
