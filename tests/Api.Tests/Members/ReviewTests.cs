using System.Net;
using System.Text.Json;
using Mentorship.Api.Tests.Hosting;
using Mentorship.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Mentorship.Api.Tests.Members;

public sealed class ReviewTests(SharedHost host) : IClassFixture<SharedHost>
{
    [Fact]
    public async Task The_coordinator_s_list_says_how_each_mentor_stands_and_holds_no_contact_detail()
    {
        var community = await SampleCommunity.In(host);
        var (mentor, newcomer) = (await community.Mentor(), await community.Newcomer());
        await community.ApprovedOffer(await community.Request(newcomer), mentor);

        var list = await community.Coordinator.Http.GetStringAsync($"{community.Path}/members");
        AssertNoContact(list);
        var items = JsonDocument.Parse(list).RootElement.GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(3, items.Count);
        var listed = items.Single(m => m.GetProperty("id").GetGuid() == mentor.Id.Value);
        Assert.Equal("""["mentor"]""", listed.GetProperty("roles").GetRawText());
        var standing = listed.GetProperty("mentor");
        Assert.Equal("2026-01-10", standing.GetProperty("vettedOn").GetString());
        Assert.Equal((3, 1), (standing.GetProperty("capacity").GetInt32(), standing.GetProperty("placesHeld").GetInt32()));
        Assert.Equal(JsonValueKind.Null,
            items.Single(m => m.GetProperty("id").GetGuid() == newcomer.Id.Value).GetProperty("mentor").ValueKind);
    }

    [Fact]
    public async Task The_list_comes_in_pages_that_miss_nobody_and_repeat_nobody()
    {
        var community = await SampleCommunity.In(host);
        for (var n = 0; n < 6; n++)
        {
            await community.Newcomer();
            if (n % 3 == 2) host.Clock.Advance(Duration.FromSeconds(1));
        }
        var (seen, cursor) = (new List<Guid>(), "");
        do
        {
            var page = await community.Coordinator.Read($"{community.Path}/members?limit=2&cursor={cursor}");
            seen.AddRange(page.GetProperty("items").EnumerateArray().Select(m => m.GetProperty("id").GetGuid()));
            cursor = page.GetProperty("next").GetString();
        }
        while (cursor is not null);
        Assert.Equal(7, seen.Count);
        Assert.Equal(7, seen.Distinct().Count());
    }

    [Fact]
    public async Task Nobody_but_a_coordinator_lists_or_reviews_members()
    {
        var community = await SampleCommunity.In(host);
        var (mentor, newcomer) = (await community.Mentor(), await community.Newcomer());
        foreach (var person in new[] { mentor, newcomer })
        {
            await person.Http.GetAsync($"{community.Path}/members").Is(HttpStatusCode.Forbidden, "role-needed");
            await person.Http.GetAsync($"{community.Path}/members/{mentor.Id}").Is(HttpStatusCode.Forbidden, "role-needed");
            await person.Post($"{community.Path}/members", new { }).Is(HttpStatusCode.Forbidden, "role-needed");
            await person.Post($"{community.Path}/members/{mentor.Id}/vetting", null, "*").Is(HttpStatusCode.Forbidden, "role-needed");
            await person.Delete($"{community.Path}/members/{mentor.Id}/vetting", "*").Is(HttpStatusCode.Forbidden, "role-needed");
        }
    }

    [Fact]
    public async Task A_review_shows_what_a_decision_needs_and_neither_contact_nor_place()
    {
        var community = await SampleCommunity.In(host);
        var mentor = await community.Mentor();
        await mentor.Put($"{community.Path}/members/me/profile", Bodies.Profile).Is(HttpStatusCode.NoContent);
        var text = await community.Coordinator.Http.GetStringAsync($"{community.Path}/members/{mentor.Id}");
        AssertNoContact(text);
        Assert.DoesNotContain("53.3", text);
        var reviewed = JsonDocument.Parse(text).RootElement;
        Assert.True(reviewed.GetProperty("adultStated").GetBoolean());
        Assert.Equal("woman", reviewed.GetProperty("profile").GetProperty("gender").GetString());
        Assert.True(reviewed.GetProperty("mentor").GetProperty("hasOwnMentor").GetBoolean());
    }

    [Fact]
    public async Task A_member_of_another_community_is_not_found()
    {
        var (community, elsewhere) = (await SampleCommunity.In(host), await SampleCommunity.In(host));
        var mentor = await elsewhere.Mentor();
        await community.Coordinator.Http.GetAsync($"{community.Path}/members/{mentor.Id}").Is(HttpStatusCode.NotFound, "not-found");
        await community.Coordinator.Post($"{community.Path}/members/{mentor.Id}/vetting", null, "*")
            .Is(HttpStatusCode.NotFound, "not-found");
        await community.Coordinator.Delete($"{community.Path}/members/{mentor.Id}/vetting", "*").Is(HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task Vetting_is_of_today_in_the_community_s_zone_unless_an_earlier_day_is_named()
    {
        var community = await SampleCommunity.In(host);
        var mentor = await community.Mentor();
        var path = $"{community.Path}/members/{mentor.Id}";
        var today = host.Clock.Now.InZone(DateTimeZoneProviders.Tzdb["Europe/Dublin"]).Date;

        await community.Coordinator.Post($"{path}/vetting", null, await community.Coordinator.ETagOf(path)).Is(HttpStatusCode.NoContent);
        Assert.Equal(today.ToString("uuuu-MM-dd", null), await VettedOn(community, path));
        await community.Coordinator.Post($"{path}/vetting", new { on = "2026-03-01" }, "*").Is(HttpStatusCode.NoContent);
        Assert.Equal("2026-03-01", await VettedOn(community, path));

        Assert.Equal(["on date-in-future"],
            await community.Coordinator.Post($"{path}/vetting", new { on = today.PlusDays(1).ToString("uuuu-MM-dd", null) }, "*").Errors());
        Assert.Equal(["on date-too-early"], await community.Coordinator.Post($"{path}/vetting", new { on = "1899-12-31" }, "*").Errors());
        await community.Coordinator.Post($"{path}/vetting").Is(HttpStatusCode.PreconditionRequired, "version-needed");
        await community.Coordinator.Post($"{path}/vetting", null, "\"99\"").Is(HttpStatusCode.PreconditionFailed, "version-stale");

        await community.Coordinator.Delete($"{path}/vetting", "*").Is(HttpStatusCode.NoContent);
        Assert.Null(await VettedOn(community, path));
        await community.Coordinator.Delete($"{path}/vetting", "*").Is(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task Vetting_may_say_that_the_programme_was_checked_and_says_nothing_of_it_otherwise()
    {
        var community = await SampleCommunity.In(host);
        var mentor = await community.Mentor(new Domain.Members.MentorOffer { Kinds = Domain.Members.Kinds.Sponsor });
        var path = $"{community.Path}/members/{mentor.Id}";
        await community.Coordinator.Post($"{path}/vetting", null, "*").Is(HttpStatusCode.NoContent);
        Assert.Equal(JsonValueKind.Null, await Programme());
        await community.Coordinator.Post($"{path}/vetting", new { programmeWorked = true }, "*").Is(HttpStatusCode.NoContent);
        Assert.Equal(JsonValueKind.True, await Programme());
        await community.Coordinator.Post($"{path}/vetting", new { programmeWorked = false }, "*").Is(HttpStatusCode.NoContent);
        Assert.Equal(2, await host.Inside(community.Id, services => services.GetRequiredService<MentorshipDb>().Audit
            .CountAsync(a => a.Subject == mentor.Id.Value && a.Code == "mentor-programme-attested")));

        async Task<JsonValueKind> Programme() =>
            (await community.Coordinator.Read(path)).GetProperty("mentor").GetProperty("programmeWorked").ValueKind;
    }

    [Fact]
    public async Task Only_who_mentors_is_vetted()
    {
        var community = await SampleCommunity.In(host);
        var newcomer = await community.Newcomer();
        await community.Coordinator.Post($"{community.Path}/members/{newcomer.Id}/vetting", null, "*")
            .Is(HttpStatusCode.Conflict, "not-a-mentor");
    }

    private static async Task<string?> VettedOn(SampleCommunity community, string path) =>
        (await community.Coordinator.Read(path)).GetProperty("mentor").GetProperty("standing").GetProperty("vettedOn").GetString();

    private static void AssertNoContact(string text)
    {
        Assert.DoesNotContain("@", text);
        Assert.DoesNotContain("+1555", text);
        Assert.DoesNotContain("contact\"", text, StringComparison.OrdinalIgnoreCase);
    }
}
