using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Mentorship.Api.Tests.Hosting;
using Mentorship.Api.Tests.Matching;
using Mentorship.Domain;
using Mentorship.Domain.Members;
using Mentorship.Engines;
using Mentorship.Infrastructure.Persistence;
using Mentorship.Infrastructure.Persistence.Repeats;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Mentorship.Api.Tests.Allotments;

public sealed class AllotmentsTests
{
    private static readonly MentorOffer One = new() { Kinds = Kinds.Sponsor, Capacity = 1 };

    [EveryEngine]
    public async Task A_draft_proposes_nobody_and_its_publication_proposes_just_what_it_said(Engine engine)
    {
        await using var host = await EngineHost.On(engine);
        var community = await SampleCommunity.In(host.Api);
        var door = new AllotmentDoor(community);
        for (var pair = 0; pair < 2; pair++) await community.Mentor(One);
        for (var newcomer = 0; newcomer < 3; newcomer++) await community.Request(await community.Newcomer());

        var draft = await door.Allot();
        Assert.Equal((HttpStatusCode.Created, $"{community.Path}/allotments/{draft.Id}"), (draft.Status, draft.Location));
        Assert.Equal([true, true, false], draft.Lines.Select(HasMentor));
        var reason = draft.Lines[2].GetProperty("reason");
        Assert.Equal(("places-taken", "place-added"), (reason.GetProperty("code").GetString(), reason.GetProperty("change").GetProperty("kind").GetString()));
        Assert.Empty(await new MatchingDoor(community).ForReview());

        var published = await door.Publish(draft.Id);
        Assert.Equal("published", published.Body.GetProperty("state").GetString());
        Assert.False(published.Body.GetProperty("changes").GetProperty("any").GetBoolean());
        Assert.Equal(
            published.Lines.Select(line => line.GetProperty("pairingId").GetGuid()).Order(),
            (await new MatchingDoor(community).ForReview()).Select(p => p.GetProperty("id").GetGuid()).Order());
        Assert.Equal(Pairs(draft), Pairs(await door.Read(draft.Id)));
    }

    [Fact]
    public async Task Published_twice_nobody_is_proposed_twice_and_a_later_draft_leaves_what_waits_as_it_is()
    {
        using var host = new ApiHost();
        var community = await SampleCommunity.In(host);
        var door = new AllotmentDoor(community);
        await community.Mentor(One);
        await community.Request(await community.Newcomer());
        var draft = await door.Allot();
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => door.Publish(draft.Id)));
        Assert.Empty((await door.Publish(draft.Id)).Lines);
        Assert.Single(await new MatchingDoor(community).ForReview());
        var again = await door.Allot();
        Assert.Equal((0, 1), (again.Lines.Count, again.Body.GetProperty("standing").GetArrayLength()));
    }

    [Fact]
    public async Task Asked_for_twice_under_one_key_it_is_one_draft_with_one_answer()
    {
        using var host = new ApiHost();
        var community = await SampleCommunity.In(host);
        var door = new AllotmentDoor(community);
        var (first, again) = (await door.Allot(key: "once"), await door.Allot(key: "once"));
        Assert.Equal((HttpStatusCode.Created, first.Location, first.Body.GetRawText()), (again.Status, again.Location, again.Body.GetRawText()));
        Assert.NotEqual(first.Id, (await door.Allot(key: "again")).Id);
    }

    [Fact]
    public async Task What_is_kept_under_a_key_names_nobody_and_is_short_and_the_repeat_reads_the_draft_as_it_is_now()
    {
        using var host = new ApiHost();
        var community = await SampleCommunity.In(host);
        var door = new AllotmentDoor(community);
        await community.Mentor(One);
        for (var newcomer = 0; newcomer < 20; newcomer++) await community.Request(await community.Newcomer());
        var first = await door.Allot(key: "once");
        var kept = await host.Inside(community.Id, services => services.GetRequiredService<MentorshipDb>().Set<KeptAnswer>().SingleAsync());
        Assert.InRange(kept.Body?.Length ?? 0, 0, 4000);
        Assert.DoesNotContain("Marker", Encoding.UTF8.GetString(kept.Body ?? []));
        var (again, now) = (await door.Allot(key: "once"), await door.Read(first.Id));
        Assert.Equal((HttpStatusCode.Created, first.Location, now.Body.GetRawText()), (again.Status, again.Location, again.Body.GetRawText()));
        Assert.Equal(20, again.Lines.Count);
    }

    [Fact]
    public async Task Without_a_body_it_serves_most_people_and_it_is_only_a_coordinators()
    {
        using var host = new ApiHost();
        var community = await SampleCommunity.In(host);
        var mentor = await community.Mentor(One);
        await community.Request(await community.Newcomer());
        var answer = await community.Coordinator.Http.PostAsync($"{community.Path}/allotments", null);
        var view = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(("most-people", "ready", 50), (view.GetProperty("objective").GetString(), view.GetProperty("state").GetString(), view.GetProperty("spread").GetInt32()));
        Assert.Equal(HttpStatusCode.Forbidden, (await mentor.Http.PostAsJsonAsync($"{community.Path}/allotments", new { })).StatusCode);
    }

    [Theory]
    [InlineData(-1), InlineData(1001)]
    public async Task Spread_goes_from_0_to_1000(int spread)
    {
        using var host = new ApiHost();
        var answer = await new AllotmentDoor(await SampleCommunity.In(host)).Allot(new { spread });
        Assert.Equal((HttpStatusCode.BadRequest, "spread-range"), (answer.Status, answer.Body.GetProperty("errors")[0].GetProperty("code").GetString()));
    }

    [Fact]
    public async Task A_pin_that_breaks_a_hard_rule_is_refused_by_its_name_and_a_forbidden_pair_is_not_made()
    {
        using var host = new ApiHost();
        var community = await SampleCommunity.In(host);
        var door = new AllotmentDoor(community);
        var (full, free) = (await community.Mentor(One with { Capacity = 0 }), await community.Mentor(One));
        var request = await community.Request(await community.Newcomer());
        var refused = await door.Allot(new { pinned = new[] { Pair(request, full) } });
        Assert.Equal((HttpStatusCode.Conflict, "mentor-full"), (refused.Status, refused.Code));

        var without = await door.Allot(new { forbidden = new[] { Pair(request, free) } });
        Assert.Equal("all-forbidden", without.Lines.Single().GetProperty("reason").GetProperty("code").GetString());
        var both = await door.Allot(new { pinned = new[] { Pair(request, free) }, forbidden = new[] { Pair(request, free) } });
        Assert.Equal("pinned-and-forbidden", both.Body.GetProperty("errors")[0].GetProperty("code").GetString());
    }

    private static object Pair(RequestId request, Person mentor) => new { requestId = request.Value, mentorId = mentor.Id.Value };

    private static bool HasMentor(JsonElement line) => line.GetProperty("mentorId").ValueKind != JsonValueKind.Null;

    private static IEnumerable<(Guid, Guid?, int?)> Pairs(Answer allotment) => allotment.Lines.Where(HasMentor)
        .Select(m => (m.GetProperty("requestId").GetGuid(), (Guid?)m.GetProperty("mentorId").GetGuid(), (int?)m.GetProperty("fit").GetInt32()));
}
