using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Mentorship.Api.Tests.Hosting;
using Mentorship.Domain.Members;
using Mentorship.Engines;

namespace Mentorship.Api.Tests.Matching;

public sealed class AllotmentsTests
{
    private static readonly MentorOffer One = new() { Kinds = Kinds.Sponsor, Capacity = 1 };

    [EveryEngine]
    public async Task A_dry_run_proposes_nobody_and_the_real_run_proposes_just_what_it_said(Engine engine)
    {
        await using var database = await TestDatabase.New(engine);
        using var host = new ApiHost(engine.ToString().ToLowerInvariant(), database.ConnectionString);
        var community = await SampleCommunity.In(host);
        var door = new MatchingDoor(community);
        for (var pair = 0; pair < 2; pair++) await community.Mentor(One);
        for (var newcomer = 0; newcomer < 3; newcomer++) await community.Request(await community.Newcomer());

        var dry = await door.Allot(dryRun: true);
        Assert.Equal((2, 1), (dry.GetProperty("matched").GetArrayLength(), dry.GetProperty("unmatched").GetArrayLength()));
        Assert.Equal("places-taken", dry.GetProperty("unmatched")[0].GetProperty("code").GetString());
        Assert.Empty(await door.ForReview());

        var real = await door.Allot(dryRun: false);
        Assert.Equal(Pairs(dry), Pairs(real));
        Assert.Equal(
            real.GetProperty("matched").EnumerateArray().Select(m => m.GetProperty("pairingId").GetGuid()).Order(),
            (await door.ForReview()).Select(p => p.GetProperty("id").GetGuid()).Order());
    }

    [Fact]
    public async Task A_second_run_leaves_what_waits_for_review_as_it_is()
    {
        using var host = new ApiHost();
        var community = await SampleCommunity.In(host);
        var door = new MatchingDoor(community);
        await community.Mentor(One);
        await community.Request(await community.Newcomer());
        await Task.WhenAll(door.Allot(dryRun: false), door.Allot(dryRun: false));
        var again = await door.Allot(dryRun: false);
        Assert.Equal((0, 1), (again.GetProperty("matched").GetArrayLength(), again.GetProperty("standing").GetArrayLength()));
        Assert.Single(await door.ForReview());
    }

    [Fact]
    public async Task Without_a_word_it_is_a_dry_run_and_only_a_coordinators()
    {
        using var host = new ApiHost();
        var community = await SampleCommunity.In(host);
        var mentor = await community.Mentor(One);
        await community.Request(await community.Newcomer());
        var answer = await community.Coordinator.Http.PostAsJsonAsync($"{community.Path}/allotments", new { });
        Assert.Equal(1, (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("matched").GetArrayLength());
        Assert.Empty(await new MatchingDoor(community).ForReview());
        Assert.Equal(HttpStatusCode.Forbidden, (await mentor.Http.PostAsJsonAsync($"{community.Path}/allotments", new { dryRun = false })).StatusCode);
    }

    private static IEnumerable<(Guid, Guid, int)> Pairs(JsonElement allotment) => allotment.GetProperty("matched").EnumerateArray()
        .Select(m => (m.GetProperty("requestId").GetGuid(), m.GetProperty("mentorId").GetGuid(), m.GetProperty("fit").GetInt32()));
}
