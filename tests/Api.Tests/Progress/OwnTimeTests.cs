using System.Net;
using System.Text.Json;
using Mentorship.Api.Tests.CheckIns;
using Mentorship.Api.Tests.Hosting;
using Mentorship.Api.Tests.Members;
using Mentorship.Domain;
using Mentorship.Domain.Matching;
using Mentorship.Domain.Members;
using Mentorship.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Mentorship.Api.Tests.Progress;

public sealed class OwnTimeTests(SharedHost host) : IClassFixture<SharedHost>
{
    [Fact]
    public async Task A_member_keeps_their_own_time_and_it_is_counted_where_they_live()
    {
        var (community, me) = await Newcomer();
        var time = await Begin(community, me, "na", "2026-07-20");

        Assert.Equal("3 months clean", time.GetProperty("inWords").GetString());
        Assert.Equal((92, 92, "me"), (Number(time, "days"), Number(time, "daysThisYear"), time.GetProperty("audience").GetString()));
        Assert.Equal(["Welcome", "30 days clean", "60 days clean", "90 days clean"], time.GetProperty("reached").EnumerateArray().Select(m => m.GetProperty("name").GetString()));
        Assert.Equal("""{"name":"6 months clean","colour":"blue"}""", time.GetProperty("next").GetRawText());
    }

    [Fact]
    public async Task Clocks_are_offered_on_the_pathways_of_a_member_and_none_where_no_time_is_counted()
    {
        var community = await SampleCommunity.In(host);
        var me = await community.Newcomer(new Profile { Languages = ["en"], ZoneId = "Europe/Dublin", Pathways = ["al-anon", "oa", "na"] });
        await Begin(community, me, "na", "2026-07-20");

        var own = await me.Read($"{community.Path}/progress");

        Assert.Equal(["""{"pathway":"oa","countedIn":"abstinent","isPersonal":true}"""], own.GetProperty("offered").EnumerateArray().Select(o => o.GetRawText()));
        Assert.Contains("as prescribed never changes", own.GetProperty("medicine").GetString());
        await me.Post($"{community.Path}/progress", new { pathway = "al-anon", since = "2026-07-20" }).Is(HttpStatusCode.Conflict, "time-not-counted");
        await me.Post($"{community.Path}/progress", new { pathway = "na", since = "2026-07-20" }).Is(HttpStatusCode.Conflict, "progress-recorded");
        await me.Post($"{community.Path}/progress", new { pathway = "aa", since = "2026-07-20", definition = "wine" }).Is(HttpStatusCode.Conflict, "definition-not-personal");
    }

    [Fact]
    public async Task What_is_counted_is_said_by_the_member_where_the_pathway_leaves_it_to_them()
    {
        var (community, me) = await Newcomer();
        await me.Post($"{community.Path}/progress", new { pathway = "oa", since = "2026-07-20", definition = " three meals " }).Is(HttpStatusCode.Created);
        var time = (await me.Read($"{community.Path}/progress")).GetProperty("items")[0].GetProperty("time");
        Assert.Equal("three meals", time.GetProperty("definition").GetString());
    }

    [Fact]
    public async Task A_new_first_day_leaves_the_time_before_and_the_days_of_this_year()
    {
        var (community, me) = await Newcomer();
        await Begin(community, me, "aa", "2026-01-01");
        var path = await PathOf(community, me);

        var answer = await me.Put($"{path}/time", new { since = "2026-10-20", earlierStays = true });

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var time = (await me.Read(path)).GetProperty("time");
        Assert.Equal((0, 292, 292), (Number(time, "days"), Number(time, "daysThisYear"), Number(time, "daysInAll")));
        Assert.Equal("The first day", time.GetProperty("inWords").GetString());
        Assert.Equal("""[{"from":"2026-01-01","until":"2026-10-20","days":292}]""", time.GetProperty("earlier").GetRawText());
    }

    [Fact]
    public async Task A_new_first_day_is_shown_to_nobody_until_it_is_shown_anew()
    {
        var (community, me) = await Newcomer();
        await Begin(community, me, "aa", "2026-01-01");
        var path = await PathOf(community, me);
        await me.Put($"{path}/time/audience", new { audience = "mentor" }, ifMatch: null).Is(HttpStatusCode.NoContent);

        await me.Put($"{path}/time", new { since = "2026-01-02", earlierStays = false }).Is(HttpStatusCode.OK);
        Assert.Equal("mentor", (await me.Read(path)).GetProperty("time").GetProperty("audience").GetString());

        await me.Put($"{path}/time", new { since = "2026-10-20", earlierStays = true }).Is(HttpStatusCode.OK);
        Assert.Equal("me", (await me.Read(path)).GetProperty("time").GetProperty("audience").GetString());
    }

    [Fact]
    public async Task A_new_first_day_changes_nothing_that_matching_pairings_check_ins_or_requests_are_made_of()
    {
        var pair = await IntroducedPair.In(host);
        var (community, me) = (pair.Community, pair.Newcomer);
        await community.Request(me, "na");
        await Begin(community, me, "aa", "2026-01-01");
        var before = await EverythingElse(community);
        var candidates = await Candidates(community);

        await me.Put($"{await PathOf(community, me)}/time", new { since = "2026-10-20", earlierStays = true }).Is(HttpStatusCode.OK);

        Assert.Equal(before, await EverythingElse(community));
        Assert.Equal(candidates, await Candidates(community));
    }

    [Fact]
    public async Task A_mentor_who_begins_anew_is_offered_a_break_stays_a_mentor_and_keeps_their_pairing()
    {
        var pair = await IntroducedPair.In(host);
        var (community, me) = (pair.Community, pair.Mentor);
        await Begin(community, me, "aa", "2020-01-01");
        var before = await EverythingElse(community);

        var answer = await me.Put($"{await PathOf(community, me)}/time", new { since = "2026-10-20", earlierStays = true });

        Assert.Contains("\"offersABreak\":true", await answer.Content.ReadAsStringAsync());
        Assert.True((await me.Read($"{community.Path}/progress/support")).GetProperty("offersABreak").GetBoolean());
        Assert.Equal(before, await EverythingElse(community));
        await me.Post($"{community.Path}/members/me/pause").Is(HttpStatusCode.NoContent);
        Assert.False((await me.Read($"{community.Path}/progress/support")).GetProperty("offersABreak").GetBoolean());
    }

    [Fact]
    public async Task On_a_hard_day_there_is_somebody_to_call_and_the_date_is_asked_about_and_left_alone()
    {
        var pair = await IntroducedPair.In(host);
        await Begin(pair.Community, pair.Newcomer, "aa", "2026-01-01");

        var support = await pair.Newcomer.Read($"{pair.Community.Path}/progress/support");

        Assert.Contains("Would you like your date to change?", support.GetProperty("aboutTheDate").GetString());
        Assert.Equal(pair.Pairing.Value, Assert.Single(support.GetProperty("contacts").EnumerateArray()).GetProperty("pairingId").GetGuid());
        Assert.Contains("Samaritans", support.GetProperty("lines").GetRawText());
        Assert.Equal("text", Assert.Single(support.GetProperty("lines").EnumerateArray(), l => l.GetProperty("number").GetString() == "50808")
            .GetProperty("how")[0].GetString());
        Assert.False(support.GetProperty("offersABreak").GetBoolean());
        Assert.Equal("2026-01-01", (await pair.Newcomer.Read(await PathOf(pair.Community, pair.Newcomer))).GetProperty("time").GetProperty("since").GetString());
        Assert.Equal(JsonValueKind.Null, (await pair.Mentor.Read($"{pair.Community.Path}/progress/support")).GetProperty("aboutTheDate").ValueKind);
    }

    [Fact]
    public async Task A_date_that_is_still_to_come_or_too_early_is_refused()
    {
        var (community, me) = await Newcomer();
        Assert.Equal(["since date-in-future"], await me.Post($"{community.Path}/progress", new { pathway = "aa", since = "2026-10-21" }).Errors());
        Assert.Equal(["since date-too-early"], await me.Post($"{community.Path}/progress", new { pathway = "aa", since = "1899-12-31" }).Errors());
        Assert.Equal(["pathway pathway-unknown"], await me.Post($"{community.Path}/progress", new { pathway = "zz" }).Errors());
        await Begin(community, me, "aa", "2026-01-01");
        var path = await PathOf(community, me);
        Assert.Equal(["since date-in-future"], await me.Put($"{path}/time", new { since = "2026-10-21", earlierStays = true }).Errors());
        Assert.Equal(["earlierUntil earlier-until-unasked"], await me.Put($"{path}/time", new { since = "2026-01-02", earlierStays = false, earlierUntil = "2026-01-01" }).Errors());
    }

    [Fact]
    public async Task A_change_names_the_version_that_it_was_made_from()
    {
        var (community, me) = await Newcomer();
        await Begin(community, me, "aa", "2026-01-01");
        var path = await PathOf(community, me);
        var tag = await me.ETagOf(path);
        await me.Put($"{path}/time", new { since = "2026-01-02", earlierStays = false }, tag).Is(HttpStatusCode.OK);
        await me.Put($"{path}/time", new { since = "2026-01-03", earlierStays = false }, tag).Is(HttpStatusCode.PreconditionFailed);
        await me.Put($"{path}/time", new { since = "2026-01-03", earlierStays = false }, ifMatch: null).Is((HttpStatusCode)428);
    }

    [Fact]
    public async Task Who_wants_to_keep_no_date_keeps_none_and_may_begin_again()
    {
        var (community, me) = await Newcomer();
        await Begin(community, me, "aa", "2026-01-01");
        var path = await PathOf(community, me);
        await me.Delete($"{path}/time", "*").Is(HttpStatusCode.NoContent);
        Assert.Equal(JsonValueKind.Null, (await me.Read(path)).GetProperty("time").ValueKind);
        await me.Put($"{path}/time/audience", new { audience = "mentor" }, ifMatch: null).Is(HttpStatusCode.Conflict, "time-missing");
        await me.Put($"{path}/time/audience", new { audience = "me" }, ifMatch: null).Is(HttpStatusCode.NoContent);
        Assert.Equal(0, Number(await Begin(community, me, "aa", "2026-10-20"), "daysThisYear"));
    }

    [Fact]
    public async Task Who_moves_west_on_their_first_day_has_counted_no_day_yet()
    {
        var community = await SampleCommunity.In(host);
        var me = await community.Newcomer(new Profile { Languages = ["en"], ZoneId = "Pacific/Kiritimati", Pathways = ["aa"] });
        await Begin(community, me, "aa", "2026-10-21"); // where they live it has come
        await host.Inside(community.Id, async services =>
        {
            var db = services.GetRequiredService<MentorshipDb>();
            var member = await db.Members.SingleAsync(m => m.Id == me.Id);
            member.Describe(member.DisplayName, member.Profile with { ZoneId = "Pacific/Honolulu" });
            return await db.SaveChangesAsync();
        });

        var time = (await me.Read(await PathOf(community, me))).GetProperty("time");

        Assert.Equal((0, 0, "The first day"), (Number(time, "days"), Number(time, "daysInAll"), time.GetProperty("inWords").GetString()));
    }

    private async Task<(SampleCommunity Community, Person Me)> Newcomer()
    {
        var community = await SampleCommunity.In(host);
        return (community, await community.Newcomer());
    }

    private static async Task<JsonElement> Begin(SampleCommunity community, Person me, string pathway, string since)
    {
        await me.Post($"{community.Path}/progress", new { pathway, since }).Is(HttpStatusCode.Created);
        return (await me.Read(await PathOf(community, me))).GetProperty("time");
    }

    private static async Task<string> PathOf(SampleCommunity community, Person me) =>
        $"{community.Path}/progress/{(await me.Read($"{community.Path}/progress")).GetProperty("items")[0].GetProperty("id").GetGuid()}";

    /// <summary>Every row that matching reads, by its count and versions, and the states and times of what runs.</summary>
    private Task<string> EverythingElse(SampleCommunity community) => host.Inside(community.Id, async services =>
    {
        var db = services.GetRequiredService<MentorshipDb>();
        var plans = await db.Plans.Select(p => $"{p.Id} {p.Version} {p.NextDueAt}").ToListAsync();
        var notices = await db.Notices.CountAsync();
        return $"{await services.GetRequiredService<IMatchingBoards>().MarkOfAll(default)} {string.Join(' ', plans)} {notices} {await db.Concerns.CountAsync()}";
    });

    private Task<string> Candidates(SampleCommunity community) => host.Inside(community.Id, async services =>
    {
        var request = await services.GetRequiredService<MentorshipDb>().Requests.OrderByDescending(r => r.Id).Select(r => r.Id).FirstAsync();
        return await community.Coordinator.Http.GetStringAsync($"{community.Path}/requests/{request}/candidates");
    });

    private static int Number(JsonElement view, string name) => view.GetProperty(name).GetInt32();
}
