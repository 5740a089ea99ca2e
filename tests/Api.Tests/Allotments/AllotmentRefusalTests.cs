using System.Net;
using System.Text;
using Mentorship.Api.Features.Members;
using Mentorship.Api.Tests.Hosting;
using Mentorship.Api.Tests.Matching;
using Mentorship.Domain.Members;

namespace Mentorship.Api.Tests.Allotments;

public sealed class AllotmentRefusalTests : IDisposable
{
    private static readonly MentorOffer One = new() { Kinds = Kinds.Sponsor, Capacity = 1 };

    private readonly ApiHost _host = new();

    [Fact]
    public async Task Nobody_reaches_an_allotment_of_another_community_or_one_that_is_not_there()
    {
        var (theirs, here) = (await SampleCommunity.In(_host), await SampleCommunity.In(_host));
        var draft = await Draft(theirs);
        var line = draft.Lines[0].GetProperty("requestId").GetGuid();
        foreach (var id in new[] { draft.Id, Guid.NewGuid() })
            foreach (var (method, path, body) in Doors(id, line))
                Assert.Equal((path, HttpStatusCode.NotFound), (path, (await new AllotmentDoor(here).Send(method, path, body, "*")).Status));
        Assert.Contains(
            (await here.Coordinator.Http.GetAsync($"{theirs.Path}/allotments/{draft.Id}")).StatusCode, new[] { HttpStatusCode.NotFound, HttpStatusCode.Forbidden });
        Assert.Equal("ready", (await new AllotmentDoor(theirs).Read(draft.Id)).Body.GetProperty("state").GetString());
    }

    [Fact]
    public async Task A_mentor_or_request_of_another_community_is_not_found_on_this_board()
    {
        var (theirs, here) = (await SampleCommunity.In(_host), await SampleCommunity.In(_host));
        var (stranger, request) = (await theirs.Mentor(One), await theirs.Request(await theirs.Newcomer()));
        var draft = await Draft(here);
        var (door, mine) = (new AllotmentDoor(here), draft.Lines[0].GetProperty("requestId").GetGuid());
        Assert.Equal(HttpStatusCode.NotFound, (await door.Send(HttpMethod.Put, $"/{draft.Id}/lines/{mine}", new { mentorId = stranger.Id.Value }, "*")).Status);
        Assert.Equal("line-unknown", (await door.Publish(draft.Id, new { requests = new[] { request.Value } })).Lines.Single().GetProperty("code").GetString());
        Assert.Equal("request-not-open", (await door.Allot(new { pinned = new[] { new { requestId = request.Value, mentorId = stranger.Id.Value } } })).Code);
        Assert.Equal("not-a-mentor", (await door.Allot(new { pinned = new[] { new { requestId = mine, mentorId = stranger.Id.Value } } })).Code);
    }

    [Theory]
    [InlineData("""{"pinned":[null]}""")]
    [InlineData("""{"forbidden":[null]}""")]
    [InlineData("""{"pinned":[{"requestId":"x","mentorId":"y"}]}""")]
    [InlineData("""{"pinned":[{}]}""")]
    [InlineData("""{"objective":"fairest"}""")]
    [InlineData("""{"objective":1}""")]
    [InlineData("""{"spread":1.5}""")]
    [InlineData("""[]""")]
    [InlineData("""{""")]
    public async Task An_order_that_cannot_be_read_is_a_bad_request(string body)
    {
        var community = await SampleCommunity.In(_host);
        var answer = await community.Coordinator.Http.PostAsync($"{community.Path}/allotments", new StringContent(body, Encoding.UTF8, "application/json"));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Ten_thousand_pairs_can_be_ruled_out_and_no_more_and_lines_that_cannot_be_read_are_refused()
    {
        var community = await SampleCommunity.In(_host);
        var door = new AllotmentDoor(community);
        var pairs = Enumerable.Range(0, 10_001).Select(_ => new { requestId = Guid.NewGuid(), mentorId = Guid.NewGuid() }).ToList();
        Assert.Equal(HttpStatusCode.Created, (await door.Allot(new { forbidden = pairs.Skip(1) })).Status);
        var many = await door.Allot(new { forbidden = pairs });
        Assert.Equal((HttpStatusCode.BadRequest, "too-many"), (many.Status, many.Body.GetProperty("errors")[0].GetProperty("code").GetString()));
        var draft = await Draft(community);
        var answer = await community.Coordinator.Http.PostAsync(
            $"{community.Path}/allotments/{draft.Id}/publish", new StringContent("""{"requests":[null]}""", Encoding.UTF8, "application/json"));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Empty((await door.Publish(draft.Id, new { requests = Array.Empty<Guid>() })).Lines);
    }

    [Fact]
    public async Task Each_step_needs_the_version_that_was_read_where_it_is_asked_for()
    {
        var community = await SampleCommunity.In(_host);
        var (door, draft) = (new AllotmentDoor(community), await Draft(community));
        var line = $"/{draft.Id}/lines/{draft.Lines[0].GetProperty("requestId").GetGuid()}";
        Assert.Equal(HttpStatusCode.PreconditionRequired, (await door.Send(HttpMethod.Delete, line)).Status);
        Assert.Equal(HttpStatusCode.PreconditionRequired, (await door.Send(HttpMethod.Post, $"/{draft.Id}/dismissal")).Status);
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await door.Send(HttpMethod.Post, $"/{draft.Id}/dismissal", ifMatch: "\"99\"")).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await door.Send(HttpMethod.Post, $"/{draft.Id}/dismissal", ifMatch: (await door.Read(draft.Id)).ETag)).Status);
        Assert.Equal("allotment-wrong-state", (await door.Publish(draft.Id)).Code);
        Assert.Equal("allotment-wrong-state", (await door.Send(HttpMethod.Post, $"/{draft.Id}/cancel")).Code);
        Assert.Equal("allotment-wrong-state", (await door.Send(HttpMethod.Post, line + "/restoration", ifMatch: "*")).Code);
        Assert.Equal(HttpStatusCode.OK, (await door.Send(HttpMethod.Get, $"/{draft.Id}/report")).Status);
    }

    [Fact]
    public async Task Published_in_part_the_rest_is_judged_when_its_turn_comes()
    {
        var community = await SampleCommunity.In(_host);
        var door = new AllotmentDoor(community);
        for (var pair = 0; pair < 3; pair++) (_, _) = (await community.Mentor(One), await community.Request(await community.Newcomer()));
        var draft = await door.Allot();
        Guid[] requests = [.. draft.Lines.Select(line => line.GetProperty("requestId").GetGuid())];
        var first = await door.Publish(draft.Id, new { requests = new[] { requests[0], requests[0] } });
        Assert.Equal(("ready", 1), (first.Body.GetProperty("state").GetString(), first.Lines.Count));
        await Dismiss(community, first.Lines[0].GetProperty("pairingId").GetGuid());
        await _host.Send(new TakeABreak(new(community.Id, new(draft.Lines[1].GetProperty("mentorId").GetGuid()), Roles.Mentor)));

        var rest = await door.Publish(draft.Id);
        Assert.Equal(["mentor-paused", null], rest.Lines.Select(line => line.GetProperty("code").GetString()));
        Assert.Equal("ready", rest.Body.GetProperty("state").GetString());
        Assert.Equal("already-published", (await door.Publish(draft.Id, new { requests = new[] { requests[0] } })).Lines[0].GetProperty("code").GetString());
        Assert.Single(await new MatchingDoor(community).ForReview());
    }

    [Fact]
    public async Task What_a_coordinator_dismissed_since_is_proposed_by_an_older_draft_only_where_it_is_pinned()
    {
        var community = await SampleCommunity.In(_host);
        var door = new AllotmentDoor(community);
        var (mentor, request) = (await community.Mentor(One), await community.Request(await community.Newcomer()));
        var draft = await door.Allot();
        var proposal = await new MatchingDoor(community).Propose(request, mentor.Id);
        await Dismiss(community, proposal.Id);
        Assert.Equal("dismissed-before", (await door.Publish(draft.Id)).Lines.Single().GetProperty("code").GetString());
        Assert.Equal(HttpStatusCode.NoContent, (await door.Send(
            HttpMethod.Put, $"/{draft.Id}/lines/{request}", new { mentorId = mentor.Id.Value, pinned = true }, "*")).Status);
        Assert.Equal("published", (await door.Publish(draft.Id)).Body.GetProperty("state").GetString());
    }

    public void Dispose() => _host.Dispose();

    private static async Task<Answer> Draft(SampleCommunity community)
    {
        await community.Mentor(One);
        await community.Request(await community.Newcomer());
        return await new AllotmentDoor(community).Allot();
    }

    private static async Task Dismiss(SampleCommunity community, Guid pairing)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"{community.Path}/pairings/{pairing}/dismissal") { Headers = { { "If-Match", "*" } } };
        Assert.Equal(HttpStatusCode.NoContent, (await community.Coordinator.Http.SendAsync(request)).StatusCode);
    }

    private static IEnumerable<(HttpMethod, string, object?)> Doors(Guid allotment, Guid line) =>
    [
        (HttpMethod.Get, $"/{allotment}", null), (HttpMethod.Get, $"/{allotment}/report", null), (HttpMethod.Get, $"/{allotment}/report.csv", null),
        (HttpMethod.Post, $"/{allotment}/publish", new { }), (HttpMethod.Post, $"/{allotment}/cancel", null), (HttpMethod.Post, $"/{allotment}/dismissal", null),
        (HttpMethod.Put, $"/{allotment}/lines/{line}", new { mentorId = line }), (HttpMethod.Delete, $"/{allotment}/lines/{line}", null),
        (HttpMethod.Post, $"/{allotment}/lines/{line}/restoration", null),
    ];
}
