using System.Net;
using Mentorship.Api.Tests.Hosting;
using Mentorship.Api.Tests.Members;

namespace Mentorship.Api.Tests.Requests;

public sealed class RequestSecrecyTests(SharedHost host) : IClassFixture<SharedHost>
{
    [Theory]
    [InlineData("requests/{0}"), InlineData("requests/{0}/wishes"), InlineData("requests/mine"), InlineData("members/me")]
    public async Task An_offer_and_its_no_change_nothing_that_the_newcomer_gets(string what)
    {
        var community = await SampleCommunity.In(host);
        var (mentor, me) = (await community.Mentor(), await community.Newcomer());
        var request = await community.Request(me);
        var path = $"{community.Path}/{string.Format(null, what, request)}";
        var before = await Answer(me, path);

        var offer = await community.ApprovedOffer(request, mentor);
        Assert.Equal(before, await Answer(me, path));
        await mentor.Post($"{community.Path}/pairings/{offer}/refusal", null, "*").Is(HttpStatusCode.NoContent);
        Assert.Equal(before, await Answer(me, path));
    }

    [Fact]
    public async Task An_edit_from_before_an_offer_is_taken_and_the_next_from_there_is_stale()
    {
        var community = await SampleCommunity.In(host);
        var (mentor, me) = (await community.Mentor(), await community.Newcomer());
        var request = await community.Request(me);
        var path = $"{community.Path}/requests/{request}";
        var tag = await me.ETagOf($"{path}/wishes");
        await community.ApprovedOffer(request, mentor);

        await me.Put($"{path}/wishes", new { ageFrom = 30 }, tag).Is(HttpStatusCode.NoContent);
        await me.Put($"{path}/wishes", new { ageFrom = 40 }, tag).Is(HttpStatusCode.PreconditionFailed, "version-stale");
        await me.Post($"{path}/withdrawal", null, tag).Is(HttpStatusCode.PreconditionFailed, "version-stale");
        await me.Post($"{path}/withdrawal", null, await me.ETagOf(path)).Is(HttpStatusCode.NoContent);
    }

    /// <summary>What arrives, with the version of what can be edited.</summary>
    private static async Task<string> Answer(Person me, string path)
    {
        var answer = await me.Http.GetAsync(path);
        return $"{answer.Headers.ETag} {await answer.Content.ReadAsStringAsync()}";
    }
}
