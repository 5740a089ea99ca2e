using System.Net;
using Mentorship.Api.Tests.Hosting;
using Mentorship.Domain;

namespace Mentorship.Api.Tests.Members;

public sealed class WishesTests(SharedHost host) : IClassFixture<SharedHost>
{
    private static object Wishes => new
    {
        mentorGenders = new[] { "Woman" },
        ageFrom = 30,
        ageTo = 50,
        livedExperience = new[] { "parent" },
        orientation = "secular",
        musts = new[] { "gender", "lived-experience" },
    };

    [Fact]
    public async Task A_newcomer_says_anew_what_must_be_and_what_they_would_prefer()
    {
        var (community, me, request) = await ARequest();
        var path = $"{community.Path}/requests/{request}/wishes";
        await me.Put(path, Wishes, await me.ETagOf(path)).Is(HttpStatusCode.NoContent);

        var kept = await me.Read(path);
        Assert.Equal("""["woman"]""", kept.GetProperty("mentorGenders").GetRawText());
        Assert.Equal(["gender", "lived-experience"], kept.GetProperty("musts").EnumerateArray().Select(m => m.GetString()));
        var own = (await me.Read($"{community.Path}/members/me")).GetProperty("requests")[0];
        Assert.Equal(request.Value, own.GetProperty("id").GetGuid());
        Assert.StartsWith($"\"{own.GetProperty("version").GetInt32()}.", await me.ETagOf(path));
        Assert.Equal("sponsor", own.GetProperty("words").GetProperty("mentor").GetString());
        Assert.Equal(50, own.GetProperty("wishes").GetProperty("ageTo").GetInt32());
    }

    [Theory]
    [InlineData("""{"mentorGenders":["any"]}""", "mentorGenders genders-invalid")]
    [InlineData("""{"livedExperience":["a;b"]}""", "livedExperience experience-invalid")]
    [InlineData("""{"ageFrom":17}""", "ageFrom age-range")]
    [InlineData("""{"ageTo":20}""", "ageTo age-range")]
    [InlineData("""{"orientation":"none"}""", "orientation orientation-unknown")]
    public async Task A_wish_that_is_not_valid_is_refused_by_its_code(string changes, string refused)
    {
        var (community, me, request) = await ARequest();
        Assert.Equal([refused], await me.Put($"{community.Path}/requests/{request}/wishes", Wishes.With(changes)).Errors());
    }

    [Fact]
    public async Task No_wish_at_all_is_any()
    {
        var (community, me, request) = await ARequest();
        var path = $"{community.Path}/requests/{request}/wishes";
        await me.Put(path, new { }).Is(HttpStatusCode.NoContent);
        Assert.Equal("[]", (await me.Read(path)).GetProperty("mentorGenders").GetRawText());
    }

    [Fact]
    public async Task Wishes_are_the_newcomer_s_own_and_change_from_the_version_that_was_seen()
    {
        var (community, me, request) = await ARequest();
        var path = $"{community.Path}/requests/{request}/wishes";
        var other = await community.Newcomer();
        await other.Http.GetAsync(path).Is(HttpStatusCode.NotFound, "not-found");
        await other.Put(path, Wishes).Is(HttpStatusCode.NotFound, "not-found");
        await community.Coordinator.Put(path, Wishes).Is(HttpStatusCode.NotFound, "not-found");
        await me.Put(path, Wishes, ifMatch: null).Is(HttpStatusCode.PreconditionRequired, "version-needed");
        await me.Put(path, Wishes, "\"7\"").Is(HttpStatusCode.PreconditionFailed, "version-stale");
    }

    [Fact]
    public async Task A_closed_request_has_no_wishes_left_to_change()
    {
        var (community, me, request) = await ARequest();
        await me.Post($"{community.Path}/requests/{request}/withdrawal", null, "*").Is(HttpStatusCode.NoContent);
        await me.Put($"{community.Path}/requests/{request}/wishes", Wishes).Is(HttpStatusCode.Conflict, "request-closed");
        Assert.Equal(0, (await me.Read($"{community.Path}/members/me")).GetProperty("requests").GetArrayLength());
    }

    private async Task<(SampleCommunity Community, Person Me, RequestId Request)> ARequest()
    {
        var community = await SampleCommunity.In(host);
        var me = await community.Newcomer();
        return (community, me, await community.Request(me));
    }
}
