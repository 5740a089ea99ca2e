using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Mentorship.Api.Tests.Hosting;
using Mentorship.Api.Tests.Matching;
using Mentorship.Domain;
using Mentorship.Domain.Members;

namespace Mentorship.Api.Tests.Allotments;

/// <summary>A draft was worked out; then people went on living. Its publication proposes what still holds, and nothing else.</summary>
public sealed class ChangedSinceTests : IDisposable
{
    private static readonly MentorOffer One = new() { Kinds = Kinds.Sponsor, Capacity = 1 };

    private readonly ApiHost _host = new();

    [Fact]
    public async Task Whoever_was_proposed_or_offered_by_hand_since_is_not_proposed_again()
    {
        var (community, door, draft) = await Draft(3);
        var byHand = new MatchingDoor(community);
        await byHand.Propose(Request(draft, 0), Mentor(draft, 0));
        Assert.Null(await byHand.Approve((await byHand.Propose(Request(draft, 1), Mentor(draft, 1))).Id));

        var published = await door.Publish(draft.Id);

        Assert.Equal(["already-proposed", "request-not-open", null], published.Lines.Select(Code));
        var changes = published.Body.GetProperty("changes");
        Assert.Equal(new[] { 0, 1 }.Select(line => Request(draft, line).Value).Order(), Ids(changes, "requestsWent").Order());
        Assert.Contains(Mentor(draft, 1).Value, Ids(changes, "mentorsChanged"));
        Assert.Equal(2, (await byHand.ForReview()).Count);
    }

    [Fact]
    public async Task A_place_that_was_given_by_hand_to_somebody_else_is_promised_to_nobody()
    {
        var (community, door, draft) = await Draft(2);
        var byHand = new MatchingDoor(community);
        var late = await community.Request(await community.Newcomer());
        Assert.Null(await byHand.Approve((await byHand.Propose(late, Mentor(draft, 0))).Id));

        var published = await door.Publish(draft.Id);

        Assert.Equal(["mentor-full", null], published.Lines.Select(Code));
        Assert.Equal([Mentor(draft, 0).Value], Ids(published.Body.GetProperty("changes"), "mentorsChanged"));
        Assert.Single(await byHand.ForReview());
    }

    [Fact]
    public async Task Two_who_are_kept_apart_since_are_not_proposed_and_the_place_stays_free()
    {
        var (community, door, draft) = await Draft(2);
        var declared = await community.Coordinator.Http.PostAsJsonAsync(
            $"{community.Path}/blocks/conflicts", new { one = Mentor(draft, 0).Value, other = draft.Lines[0].GetProperty("newcomerId").GetGuid() });
        Assert.Equal(HttpStatusCode.OK, declared.StatusCode);

        var published = await door.Publish(draft.Id);

        Assert.Equal(["separated", null], published.Lines.Select(Code));
        Assert.True(published.Body.GetProperty("changes").GetProperty("any").GetBoolean());
        Assert.Single(await new MatchingDoor(community).ForReview());
        var next = await door.Allot();
        Assert.Equal("separated", (await door.Send(
            HttpMethod.Put, $"/{next.Id}/lines/{Request(draft, 0)}", new { mentorId = Mentor(draft, 0).Value, pinned = true }, "*")).Code);
    }

    public void Dispose() => _host.Dispose();

    private async Task<(SampleCommunity Community, AllotmentDoor Door, Answer Draft)> Draft(int pairs)
    {
        var community = await SampleCommunity.In(_host);
        for (var pair = 0; pair < pairs; pair++) (_, _) = (await community.Mentor(One), await community.Request(await community.Newcomer()));
        var door = new AllotmentDoor(community);
        return (community, door, await door.Allot());
    }

    private static RequestId Request(Answer draft, int line) => new(draft.Lines[line].GetProperty("requestId").GetGuid());

    private static MemberId Mentor(Answer draft, int line) => new(draft.Lines[line].GetProperty("mentorId").GetGuid());

    private static string? Code(JsonElement line) => line.GetProperty("code").GetString();

    private static IEnumerable<Guid> Ids(JsonElement changes, string name) => changes.GetProperty(name).EnumerateArray().Select(id => id.GetGuid());
}
