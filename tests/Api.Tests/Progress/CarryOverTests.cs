using System.Net;
using System.Text.Json;
using Mentorship.Api.Features.Pairings;
using Mentorship.Api.Tests.CheckIns;
using Mentorship.Api.Tests.Hosting;
using Mentorship.Api.Tests.Members;
using Mentorship.Domain;
using Mentorship.Domain.Members;
using NodaTime;

namespace Mentorship.Api.Tests.Progress;

public sealed class CarryOverTests : IDisposable
{
    private readonly ApiHost _host = new();

    [Fact]
    public async Task Nothing_of_before_is_seen_by_the_next_mentor_until_the_newcomer_says_so()
    {
        var first = await WithEverythingShown();
        Assert.Equal(["time", "work", "plan"], Seen(await first.Mentor.Read($"{first.Path}/progress")));

        var next = await Next(first);
        Assert.Empty(Seen(await next.Mentor.Read($"{next.Path}/progress")));
        Assert.Empty(await next.Mentor.Items($"{next.Path}/goals"));
        Assert.Equal(HttpStatusCode.NotFound, (await first.Mentor.Http.GetAsync($"{first.Path}/progress")).StatusCode);

        Assert.True((await next.Newcomer.Read($"{next.Path}/progress")).GetProperty("asksToCarryOver").GetBoolean());
        Assert.False((await next.Mentor.Read($"{next.Path}/progress")).GetProperty("asksToCarryOver").GetBoolean());
        await Say(next, true);
        var seen = await next.Mentor.Read($"{next.Path}/progress");
        Assert.Equal(["time", "work", "plan", "earlierGoals"], Seen(seen));
        Assert.Equal("""[{"text":"In the words of the newcomer.","state":"open"}]""", seen.GetProperty("earlierGoals").GetRawText());
        Assert.False((await next.Newcomer.Read($"{next.Path}/progress")).GetProperty("asksToCarryOver").GetBoolean());

        await Say(next, false);
        Assert.Empty(Seen(await next.Mentor.Read($"{next.Path}/progress")));
    }

    [Fact]
    public async Task What_is_shown_after_the_introduction_is_seen_without_a_carry_over()
    {
        var next = await Next(await WithEverythingShown());
        var progress = (await next.Newcomer.Read($"{next.Community.Path}/progress")).GetProperty("items")[0].GetProperty("id").GetGuid();
        await next.Newcomer.Put($"{next.Community.Path}/progress/{progress}/time/audience", new { audience = "mentor" }, ifMatch: null).Is(HttpStatusCode.NoContent);
        Assert.Equal(["time"], Seen(await next.Mentor.Read($"{next.Path}/progress")));
    }

    [Fact]
    public async Task A_mentor_sees_the_present_time_and_never_those_before()
    {
        var pair = await WithEverythingShown();
        var path = $"{pair.Community.Path}/progress/{(await pair.Newcomer.Read($"{pair.Community.Path}/progress")).GetProperty("items")[0].GetProperty("id").GetGuid()}";
        await pair.Newcomer.Put($"{path}/time", new { since = "2026-10-19", earlierStays = true }).Is(HttpStatusCode.OK);
        Assert.DoesNotContain("time", Seen(await pair.Mentor.Read($"{pair.Path}/progress")));

        await pair.Newcomer.Put($"{path}/time/audience", new { audience = "mentor" }, ifMatch: null).Is(HttpStatusCode.NoContent);
        var seen = (await pair.Mentor.Read($"{pair.Path}/progress")).GetRawText();
        Assert.Contains("1 day sober", seen);
        Assert.DoesNotContain("2026-01-01", seen);
    }

    [Fact]
    public async Task A_mentor_on_another_pathway_sees_neither_date_nor_work()
    {
        var pair = await IntroducedPair.In(_host);
        var other = $"{pair.Community.Path}/progress";
        await pair.Newcomer.Post(other, new { pathway = "na", since = "2026-01-01" }).Is(HttpStatusCode.Created);
        var id = (await pair.Newcomer.Read(other)).GetProperty("items")[0].GetProperty("id").GetGuid();
        await pair.Newcomer.Put($"{other}/{id}/time/audience", new { audience = "mentor" }, ifMatch: null).Is(HttpStatusCode.NoContent);
        Assert.Empty(Seen(await pair.Mentor.Read($"{pair.Path}/progress")));
    }

    [Fact]
    public async Task Only_the_newcomer_says_and_where_nothing_is_from_before_nobody_is_asked()
    {
        var pair = await IntroducedPair.In(_host);
        Assert.False((await pair.Newcomer.Read($"{pair.Path}/progress")).GetProperty("asksToCarryOver").GetBoolean());
        await pair.Mentor.Put($"{pair.Path}/progress/carry-over", new { carries = true }, ifMatch: null).Is(HttpStatusCode.NotFound);
    }

    public void Dispose() => _host.Dispose();

    private async Task<IntroducedPair> WithEverythingShown()
    {
        var pair = await IntroducedPair.In(_host);
        var (me, own) = (pair.Newcomer, $"{pair.Community.Path}/progress");
        _host.Clock.Advance(Duration.FromHours(1));
        var made = await me.Post(own, new { pathway = "aa", since = "2026-01-01" });
        var path = made.Headers.Location!.ToString();
        await me.Put($"{path}/work", new { marks = new[] { new { number = 1, state = "done" } } }).Is(HttpStatusCode.NoContent);
        await me.Put($"{own}/plan", new { lines = new[] { new { section = "what-helps", text = "A walk." } } }).Is(HttpStatusCode.NoContent);
        var line = (await me.Read($"{own}/plan")).GetProperty("lines")[0].GetProperty("id").GetGuid();
        foreach (var shown in new[] { $"{path}/time", $"{path}/work", $"{own}/plan/lines/{line}" })
            await me.Put($"{shown}/audience", new { audience = "mentor" }, ifMatch: null).Is(HttpStatusCode.NoContent);
        await me.Post($"{pair.Path}/goals", new { text = "In the words of the newcomer." }).Is(HttpStatusCode.Created);
        await pair.Mentor.Post($"{pair.Path}/goals", new { text = "In the words of the mentor." }).Is(HttpStatusCode.Created);
        return pair;
    }

    /// <summary>The same newcomer with another mentor, after the first pairing has ended.</summary>
    private async Task<IntroducedPair> Next(IntroducedPair first)
    {
        await first.Newcomer.Post($"{first.Path}/end", ifMatch: "*").Is(HttpStatusCode.NoContent);
        _host.Clock.Advance(Duration.FromDays(1));
        var (community, mentor) = (first.Community, await first.Community.Mentor());
        var pairing = await community.ApprovedOffer(await community.Request(first.Newcomer), mentor);
        await _host.Send(new AcceptPairing(new(community.Id, mentor.Id, Roles.Mentor), pairing, null, ContactShare.Email));
        await _host.Send(new AcceptPairing(new(community.Id, first.Newcomer.Id, Roles.Newcomer), pairing, null, ContactShare.Email));
        return first with { Mentor = mentor, Pairing = pairing };
    }

    private static Task Say(IntroducedPair pair, bool carries) =>
        pair.Newcomer.Put($"{pair.Path}/progress/carry-over", new { carries }, ifMatch: null).Is(HttpStatusCode.NoContent);

    private static IEnumerable<string> Seen(JsonElement shared) =>
        from name in new[] { "time", "work", "plan", "earlierGoals" }
        let part = shared.GetProperty(name)
        where part.ValueKind != JsonValueKind.Null && (part.ValueKind != JsonValueKind.Array || part.GetArrayLength() > 0)
        select name;
}
