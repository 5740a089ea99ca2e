using System.Net;
using System.Text.Json;
using Mentorship.Api.Features.Members;
using Mentorship.Api.Tests.Hosting;
using NodaTime;

namespace Mentorship.Api.Tests.Members;

public sealed class ProfileTests(SharedHost host) : IClassFixture<SharedHost>
{
    [Fact]
    public async Task A_member_reads_back_what_they_said_of_themselves_in_the_form_in_which_it_is_kept()
    {
        var (community, me) = await ANewcomer();
        await me.Put($"{community.Path}/members/me/profile", Bodies.Profile).Is(HttpStatusCode.NoContent);

        var myself = await me.Read($"{community.Path}/members/me");
        Assert.Equal("Marker Rosa T.", myself.GetProperty("displayName").GetString());
        var profile = myself.GetProperty("profile");
        Assert.Equal("woman", profile.GetProperty("gender").GetString());
        Assert.Equal(["en", "ga"], Words(profile, "languages"));
        Assert.Equal("Mon 18:00-21:00; Sat 09:00-12:00", profile.GetProperty("availability").GetString());
        Assert.Equal(["in-person", "phone"], Words(profile, "modes"));
        Assert.Equal((53.35, -6.27), Place(profile));
        Assert.Equal("2024-02-29", profile.GetProperty("recoverySince").GetString());
        Assert.Equal(["aa", "na"], Words(profile, "pathways"));
        Assert.Equal(["parent", "night worker"], Words(profile, "livedExperience"));
    }

    [Theory]
    [InlineData("Pacific/Auckland", true)]
    [InlineData("America/New_York", false)]
    public void On_new_year_s_eve_who_turns_18_next_year_is_that_old_where_it_has_come(string zone, bool taken)
    {
        var rules = new ProfileRules(new TestClock(Instant.FromUtc(2026, 12, 31, 20, 0)));
        var json = $$"""{"displayName":"Rosa T.","birthYear":2009,"zoneId":"{{zone}}"}""";
        var profile = JsonSerializer.Deserialize<ProfileInput>(json, JsonSerializerOptions.Web)!;
        Assert.Equal(taken, rules.Validate(profile).Errors.All(e => e.ErrorCode != "age-under-18"));
    }

    [Fact]
    public async Task What_is_left_out_is_unsaid_again()
    {
        var (community, me) = await ANewcomer();
        await me.Put($"{community.Path}/members/me/profile", Bodies.Profile).Is(HttpStatusCode.NoContent);
        var less = new { displayName = "Rosa", languages = new[] { "en" }, zoneId = "Europe/Dublin", modes = new[] { "text" } };
        await me.Put($"{community.Path}/members/me/profile", less).Is(HttpStatusCode.NoContent);

        var profile = (await me.Read($"{community.Path}/members/me")).GetProperty("profile");
        foreach (var unsaid in new[] { "gender", "birthYear", "place", "maxDistanceKm", "recoverySince" })
            Assert.Equal(JsonValueKind.Null, profile.GetProperty(unsaid).ValueKind);
        Assert.Empty(Words(profile, "pathways"));
        Assert.Equal("", profile.GetProperty("availability").GetString());
    }

    [Theory]
    [InlineData("""{"displayName":""}""", "displayName display-name-invalid")]
    [InlineData("""{"displayName":"   "}""", "displayName display-name-invalid")]
    [InlineData("""{"displayName":"rosa@example.org"}""", "displayName display-name-invalid")]
    [InlineData("""{"displayName":"Rosa\nT."}""", "displayName display-name-invalid")]
    [InlineData("""{"displayName":"123456789012345678901234567890123456789012345678901"}""", "displayName display-name-invalid")]
    [InlineData("""{"gender":"one; two"}""", "gender gender-invalid")]
    [InlineData("""{"birthYear":2009}""", "birthYear age-under-18")]
    [InlineData("""{"birthYear":85}""", "birthYear birth-year-range")]
    [InlineData("""{"languages":[]}""", "languages language-needed")]
    [InlineData("""{"languages":null}""", "languages language-needed")]
    [InlineData("""{"languages":["en","english"]}""", "languages language-unknown")]
    [InlineData("""{"zoneId":"Dublin"}""", "zoneId zone-unknown")]
    [InlineData("""{"zoneId":null}""", "zoneId zone-unknown")]
    [InlineData("""{"availability":"whenever"}""", "availability availability-invalid")]
    [InlineData("""{"modes":[]}""", "modes mode-needed")]
    [InlineData("""{"modes":["none"]}""", "modes value-invalid")]
    [InlineData("""{"place":{"latitude":53.3}}""", "place place-incomplete")]
    [InlineData("""{"place":{"latitude":90.5,"longitude":0}}""", "place place-range")]
    [InlineData("""{"maxDistanceKm":0}""", "maxDistanceKm distance-range")]
    [InlineData("""{"maxDistanceKm":1001}""", "maxDistanceKm distance-range")]
    [InlineData("""{"recoverySince":"2026-12-31"}""", "recoverySince date-in-future")]
    [InlineData("""{"recoverySince":"1899-12-31"}""", "recoverySince date-too-early")]
    [InlineData("""{"pathways":["aa","xyz"]}""", "pathways pathway-unknown")]
    [InlineData("""{"livedExperience":["a,b"]}""", "livedExperience experience-invalid")]
    [InlineData("""{"livedExperience":["a","b","c","d","e","f","g","h","i","j","k","l","m","n","o","p","q"]}""",
        "livedExperience experience-invalid")]
    public async Task A_field_that_is_not_valid_is_refused_alone_by_its_code(string changes, string refused)
    {
        var (community, me) = await ANewcomer();
        Assert.Equal([refused], await me.Put($"{community.Path}/members/me/profile", Bodies.Profile.With(changes)).Errors());
    }

    [Fact]
    public async Task The_first_day_may_be_today_where_the_member_is_and_no_later()
    {
        var (community, me) = await ANewcomer();
        var kiritimati = host.Clock.Now.InZone(NodaTime.DateTimeZoneProviders.Tzdb["Pacific/Kiritimati"]).Date; // 14 hours ahead of UTC
        string At(NodaTime.LocalDate date) => $$"""{"zoneId":"Pacific/Kiritimati","recoverySince":"{{date:uuuu-MM-dd}}"}""";
        await me.Put($"{community.Path}/members/me/profile", Bodies.Profile.With(At(kiritimati))).Is(HttpStatusCode.NoContent);
        Assert.Equal(["recoverySince date-in-future"],
            await me.Put($"{community.Path}/members/me/profile", Bodies.Profile.With(At(kiritimati.PlusDays(1)))).Errors());
    }

    [Fact]
    public async Task An_edit_names_the_version_that_it_was_made_from()
    {
        var (community, me) = await ANewcomer();
        var seen = await me.ETagOf($"{community.Path}/members/me");
        await me.Put($"{community.Path}/members/me/profile", Bodies.Profile, ifMatch: null)
            .Is(HttpStatusCode.PreconditionRequired, "version-needed");
        await me.Put($"{community.Path}/members/me/profile", Bodies.Profile, seen).Is(HttpStatusCode.NoContent);
        await me.Put($"{community.Path}/members/me/profile", Bodies.Profile, seen).Is(HttpStatusCode.PreconditionFailed, "version-stale");
        await me.Put($"{community.Path}/members/me/mentor-offer", Bodies.MentorOffer, seen)
            .Is(HttpStatusCode.PreconditionFailed, "version-stale");
        await me.Put($"{community.Path}/members/me/contact", new { email = me.Email }, seen)
            .Is(HttpStatusCode.PreconditionFailed, "version-stale");
    }

    [Fact]
    public async Task A_profile_that_names_a_role_is_refused_whole()
    {
        var (community, me) = await ANewcomer();
        await me.Put($"{community.Path}/members/me/profile", Bodies.Profile.With("""{"roles":["coordinator"]}"""))
            .Is(HttpStatusCode.BadRequest, "request-unreadable");
        Assert.Equal(["newcomer"], Words(await me.Read($"{community.Path}/members/me"), "roles"));
    }

    [Fact]
    public async Task Who_is_no_member_finds_no_community()
    {
        var (community, _) = await ANewcomer();
        var stranger = (await SampleCommunity.In(host)).Coordinator;
        foreach (var path in new[] { "", "/members", "/members/me", "/blocks" })
            await stranger.Http.GetAsync(community.Path + path).Is(HttpStatusCode.NotFound, "not-found");
    }

    private async Task<(SampleCommunity Community, Person Me)> ANewcomer()
    {
        var community = await SampleCommunity.In(host);
        return (community, await community.Newcomer());
    }

    private static IReadOnlyList<string?> Words(JsonElement of, string name) =>
        [.. of.GetProperty(name).EnumerateArray().Select(w => w.GetString())];

    private static (double, double) Place(JsonElement profile)
    {
        var place = profile.GetProperty("place");
        return (place.GetProperty("latitude").GetDouble(), place.GetProperty("longitude").GetDouble());
    }
}
