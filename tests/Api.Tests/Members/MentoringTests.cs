using System.Net;
using System.Text.Json;
using Mentorship.Api.Tests.Hosting;
using NodaTime;
using NodaTime.Text;

namespace Mentorship.Api.Tests.Members;

public sealed class MentoringTests(SharedHost host) : IClassFixture<SharedHost>
{
    [Fact]
    public async Task An_offer_makes_a_mentor_who_waits_to_be_vetted()
    {
        var community = await SampleCommunity.In(host);
        var me = await community.Newcomer();
        await me.Put($"{community.Path}/members/me/mentor-offer", Bodies.MentorOffer).Is(HttpStatusCode.NoContent);

        var myself = await me.Read($"{community.Path}/members/me");
        Assert.Equal("""["newcomer","mentor"]""", myself.GetProperty("roles").GetRawText());
        var mentor = myself.GetProperty("mentor");
        Assert.Equal("""["sponsor","temporary-contact"]""", mentor.GetProperty("kinds").GetRawText());
        Assert.Equal("""["woman","non-binary"]""", mentor.GetProperty("newcomerGenders").GetRawText());
        Assert.Equal(2, mentor.GetProperty("standing").GetProperty("capacity").GetInt32());
        Assert.Equal(JsonValueKind.Null, mentor.GetProperty("standing").GetProperty("vettedOn").ValueKind);
        Assert.Equal(JsonValueKind.Null, mentor.GetProperty("programmeWorked").ValueKind);
    }

    [Theory]
    [InlineData("""{"capacity":21}""", "capacity capacity-range")]
    [InlineData("""{"capacity":-1}""", "capacity capacity-range")]
    [InlineData("""{"capacity":null}""", "capacity capacity-range")]
    [InlineData("""{"kinds":[]}""", "kinds kind-needed")]
    [InlineData("""{"kinds":null}""", "kinds kind-needed")]
    [InlineData("""{"newcomerGenders":["any"]}""", "newcomerGenders genders-invalid")]
    [InlineData("""{"newcomerGenders":[""]}""", "newcomerGenders genders-invalid")]
    [InlineData("""{"newcomerGenders":["a;b"]}""", "newcomerGenders genders-invalid")]
    [InlineData("""{"newcomerGenders":["1","2","3","4","5","6","7","8","9","10","11"]}""", "newcomerGenders genders-invalid")]
    public async Task A_field_of_an_offer_that_is_not_valid_is_refused_alone_by_its_code(string changes, string refused)
    {
        var community = await SampleCommunity.In(host);
        Assert.Equal([refused],
            await (await community.Mentor()).Put($"{community.Path}/members/me/mentor-offer", Bodies.MentorOffer.With(changes)).Errors());
    }

    [Fact]
    public async Task Any_gender_is_what_an_empty_wish_means_and_no_places_is_an_offer_too()
    {
        var community = await SampleCommunity.In(host);
        var me = await community.Mentor();
        await me.Put($"{community.Path}/members/me/mentor-offer", Bodies.MentorOffer.With("""{"capacity":0,"newcomerGenders":null}"""))
            .Is(HttpStatusCode.NoContent);
        var mentor = (await me.Read($"{community.Path}/members/me")).GetProperty("mentor");
        Assert.Equal("[]", mentor.GetProperty("newcomerGenders").GetRawText());
        Assert.Equal(0, mentor.GetProperty("standing").GetProperty("capacity").GetInt32());
    }

    [Fact]
    public async Task A_mentor_s_word_holds_for_the_community_s_days_from_each_confirmation()
    {
        var community = await SampleCommunity.In(host);
        var me = await community.Mentor();
        var before = await ConfirmedUntil(community, me);
        host.Clock.Advance(Duration.FromDays(10));
        await me.Post($"{community.Path}/members/me/mentor-offer/confirmation").Is(HttpStatusCode.NoContent);
        Assert.Equal(before + Duration.FromDays(10), await ConfirmedUntil(community, me));
        Assert.Equal(host.Clock.Now + Duration.FromDays(35), await ConfirmedUntil(community, me));
    }

    [Fact]
    public async Task A_break_is_taken_and_ended_in_one_step_each_and_again_changes_nothing()
    {
        var community = await SampleCommunity.In(host);
        var me = await community.Mentor();
        await me.Post($"{community.Path}/members/me/pause").Is(HttpStatusCode.NoContent);
        var since = await PausedAt(community, me);
        host.Clock.Advance(Duration.FromHours(1));
        await me.Post($"{community.Path}/members/me/pause").Is(HttpStatusCode.NoContent);
        Assert.Equal(since, await PausedAt(community, me));

        await me.Post($"{community.Path}/members/me/resumption").Is(HttpStatusCode.NoContent);
        Assert.Null(await PausedAt(community, me));
        var confirmed = await ConfirmedUntil(community, me);
        host.Clock.Advance(Duration.FromHours(1));
        await me.Post($"{community.Path}/members/me/resumption").Is(HttpStatusCode.NoContent);
        Assert.Equal(confirmed, await ConfirmedUntil(community, me));
    }

    [Fact]
    public async Task A_break_leaves_what_was_begun_as_it_is()
    {
        var community = await SampleCommunity.In(host);
        var (mentor, newcomer) = (await community.Mentor(), await community.Newcomer());
        var pairing = await community.ApprovedOffer(await community.Request(newcomer), mentor);
        await mentor.Post($"{community.Path}/members/me/pause").Is(HttpStatusCode.NoContent);
        await mentor.Post($"{community.Path}/pairings/{pairing}/acceptance", new { shareEmail = true, sharePhone = false }, "*")
            .Is(HttpStatusCode.NoContent);
        Assert.Equal("awaiting-you", (await newcomer.Read($"{community.Path}/pairings/{pairing}")).GetProperty("standing").GetString());
    }

    [Theory]
    [InlineData("pause")]
    [InlineData("resumption")]
    [InlineData("mentor-offer/confirmation")]
    public async Task Who_does_not_mentor_has_nothing_to_pause_or_confirm(string step)
    {
        var community = await SampleCommunity.In(host);
        await (await community.Newcomer()).Post($"{community.Path}/members/me/{step}").Is(HttpStatusCode.Conflict, "not-a-mentor");
    }

    [Fact]
    public async Task Asking_and_offering_wait_until_somebody_has_said_that_they_are_an_adult()
    {
        var community = await SampleCommunity.In(host);
        var me = await Bodies.Unstated(host, community);
        var ask = new { pathway = "aa", kind = "sponsor" };
        await me.Post($"{community.Path}/requests", ask).Is(HttpStatusCode.Conflict, "adult-not-stated");
        await me.Put($"{community.Path}/members/me/mentor-offer", Bodies.MentorOffer).Is(HttpStatusCode.Conflict, "adult-not-stated");

        await me.Put($"{community.Path}/members/me/profile", Bodies.Profile)
            .Is(HttpStatusCode.NoContent); // a year of birth alone says nothing
        await me.Post($"{community.Path}/requests", ask).Is(HttpStatusCode.Conflict, "adult-not-stated");
        await me.Put($"{community.Path}/members/me/profile", Bodies.Profile.With("""{"adultStated":true}""")).Is(HttpStatusCode.NoContent);
        await me.Put($"{community.Path}/members/me/profile", Bodies.Profile.With("""{"adultStated":false}"""))
            .Is(HttpStatusCode.NoContent); // once said it stays said
        await me.Post($"{community.Path}/requests", ask).Is(HttpStatusCode.Created);
        await me.Put($"{community.Path}/members/me/mentor-offer", Bodies.MentorOffer).Is(HttpStatusCode.NoContent);
    }

    private static async Task<Instant> ConfirmedUntil(SampleCommunity community, Person me) =>
        (await Standing(community, me, "confirmedUntil"))!.Value;

    private static Task<Instant?> PausedAt(SampleCommunity community, Person me) => Standing(community, me, "pausedAt");

    private static async Task<Instant?> Standing(SampleCommunity community, Person me, string name)
    {
        var mentor = (await me.Read($"{community.Path}/members/me")).GetProperty("mentor");
        var value = mentor.GetProperty("standing").GetProperty(name).GetString();
        return value is null ? null : InstantPattern.ExtendedIso.Parse(value).Value;
    }
}
