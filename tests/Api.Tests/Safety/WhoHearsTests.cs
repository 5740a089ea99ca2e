using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Mentorship.Api.Tests.CheckIns;
using Mentorship.Api.Tests.Hosting;
using Mentorship.Api.Tests.Members;
using Mentorship.Domain;
using Mentorship.Domain.Members;
using Mentorship.Domain.Safety;
using Mentorship.Domain.Time;
using Mentorship.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Mentorship.Api.Tests.Safety;

/// <summary>What a coordinator does not hear: who is the other of the pair, and whom a block keeps apart.</summary>
public sealed class WhoHearsTests : IDisposable
{
    private readonly ApiHost _host = new();

    [Fact]
    public async Task A_mentor_who_coordinates_is_shown_no_answer_of_their_own_newcomer_and_every_other_coordinator_is()
    {
        var pair = await IntroducedPair.In(_host);
        await Coordinates(pair, pair.Mentor);
        _host.Clock.MoveTo(Instant.FromUtc(2026, 11, 17, 18, 0)); // each side is asked how it goes with the other
        await pair.Dispatch();
        foreach (var person in new[] { pair.Newcomer, pair.Mentor }) await SaySafe(pair, person);

        Assert.Equal(2, (await Shown(pair, pair.Community.Coordinator)).Count);
        Assert.Equal(pair.Mentor.Id.Value, Assert.Single(await Shown(pair, pair.Mentor)).GetProperty("memberId").GetGuid()); // their own

        await pair.Post(pair.Newcomer, "end");
        Assert.Single(await Shown(pair, pair.Mentor));
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task After_a_block_a_call_is_told_to_every_coordinator_but_the_one_who_is_kept_apart(bool byNewcomer)
    {
        var pair = await IntroducedPair.Asked(_host);
        await Coordinates(pair, pair.Mentor);
        var by = byNewcomer ? pair.Newcomer : pair.Mentor;
        await by.Post($"{pair.Community.Path}/blocks", new { pairing = pair.Pairing.Value }).Is(HttpStatusCode.OK);

        await pair.Answer(new { question = "contact", choice = "call-me" }, new { question = "today", choice = "hard", audience = "coordinator" });

        var concern = Assert.Single(await Concerns(pair, pair.Community.Coordinator));
        Assert.True(concern.GetProperty("coordinatorsTold").GetBoolean());
        Assert.Single(await pair.Community.Coordinator.Items($"{pair.Community.Path}/inbox"), Tells);
        await HearsNothing(pair, pair.Mentor, concern.GetProperty("id").GetGuid());
        await pair.Community.Coordinator.Post($"{pair.Community.Path}/concerns/{concern.GetProperty("id").GetGuid()}/close", null, "*")
            .Is(HttpStatusCode.NoContent);
        Assert.Empty(await pair.Mentor.Items($"{pair.Community.Path}/concerns?cursor=closed."));
        Assert.Single(await pair.Community.Coordinator.Items($"{pair.Community.Path}/concerns?cursor=closed."));
    }

    [Fact]
    public async Task Lines_of_a_plan_for_coordinators_are_not_shown_to_one_whom_a_block_keeps_apart()
    {
        var pair = await IntroducedPair.In(_host);
        var plan = $"{pair.Community.Path}/progress/plan";
        await pair.Newcomer.Put(plan, new { lines = new[] { new { section = "what-helps", text = "A walk" } } }).Is(HttpStatusCode.NoContent);
        var line = (await pair.Newcomer.Read(plan)).GetProperty("lines")[0].GetProperty("id").GetGuid();
        await pair.Newcomer.Put($"{plan}/lines/{line}/audience", new { audience = "coordinator" }, null).Is(HttpStatusCode.NoContent);
        var path = $"{pair.Community.Path}/members/{pair.Newcomer.Id}/plan-lines";
        Assert.Contains("A walk", await pair.Community.Coordinator.Http.GetStringAsync(path));

        await Part(pair, pair.Newcomer, pair.Community.Coordinator, BlockReason.Block);

        Assert.DoesNotContain("A walk", await pair.Community.Coordinator.Http.GetStringAsync(path));
    }

    [Fact]
    public async Task A_conflict_that_coordinators_declared_keeps_no_call_from_any_of_them()
    {
        var pair = await IntroducedPair.Asked(_host);
        await Part(pair, pair.Newcomer, pair.Community.Coordinator, BlockReason.Conflict);
        await pair.Answer(new { question = "contact", choice = "call-me" });
        Assert.Single(await Concerns(pair, pair.Community.Coordinator));
        Assert.Single(await pair.Community.Coordinator.Items($"{pair.Community.Path}/inbox"), Tells);
    }

    [Fact]
    public async Task That_somebody_went_quiet_is_told_to_no_coordinator_whom_a_block_keeps_apart()
    {
        var pair = await IntroducedPair.In(_host);
        await Part(pair, pair.Newcomer, pair.Community.Coordinator, BlockReason.Block);
        await Coordinates(pair, pair.Mentor);
        await pair.Live(Instant.FromUtc(2026, 11, 9, 12, 0));
        Assert.Equal("gone-quiet", Assert.Single(await Concerns(pair, pair.Mentor)).GetProperty("kind").GetString());
        await HearsNothing(pair, pair.Community.Coordinator, (await Concerns(pair, pair.Mentor))[0].GetProperty("id").GetGuid());
    }

    [Fact]
    public async Task Where_only_the_contact_is_left_the_page_says_so_before_and_after()
    {
        var pair = await IntroducedPair.Asked(_host);
        await pair.Deliver();
        await Part(pair, pair.Newcomer, pair.Community.Coordinator, BlockReason.Block);
        var (stranger, link) = (_host.CreateClient(), _host.Mail.LinkTo(pair.Newcomer.Email));
        Assert.Contains("No coordinator is there to be told.", await stranger.GetStringAsync(link));

        var thanks = await Said(stranger, link);

        Assert.Contains("Your contact is being told now that you need to talk", thanks);
        Assert.DoesNotContain("oordinators", thanks);
    }

    [Fact]
    public async Task Where_nobody_is_left_the_page_says_so_with_the_lines_and_it_waits_for_a_coordinator_who_comes_later()
    {
        var pair = await IntroducedPair.In(_host);
        var plan = new { layer = "weekly", rhythm = "weekly:Sun", at = "18:00", zoneId = "Europe/Dublin" };
        await pair.Mentor.Post($"{pair.Path}/plans", plan).Is(HttpStatusCode.Created); // a mentor has no contact
        await Part(pair, pair.Community.Coordinator, pair.Mentor, BlockReason.Block);
        _host.Clock.MoveTo(IntroducedPair.FirstDue);
        await pair.Dispatch();
        await pair.Deliver();
        var (stranger, link) = (_host.CreateClient(), _host.Mail.LinkTo(pair.Mentor.Email));
        Assert.Contains("At this moment nobody is there who could be told of it", await stranger.GetStringAsync(link));

        var thanks = await Said(stranger, link);

        Assert.Contains("At this moment nobody is there who could be told.", thanks);
        Assert.DoesNotContain("being told", thanks);
        Assert.Contains("116 123", thanks);
        Assert.Empty(await Concerns(pair, pair.Community.Coordinator));
        await Coordinates(pair, pair.Newcomer);
        Assert.False(Assert.Single(await Concerns(pair, pair.Newcomer)).GetProperty("coordinatorsTold").GetBoolean());
    }

    [Fact]
    public async Task Where_nobody_is_left_the_API_says_so_to_an_answer_to_a_call_and_to_an_answer_that_is_refused()
    {
        var pair = await IntroducedPair.In(_host);
        var plan = new { layer = "weekly", rhythm = "weekly:Sun", at = "18:00", zoneId = "Europe/Dublin" };
        await pair.Mentor.Post($"{pair.Path}/plans", plan).Is(HttpStatusCode.Created); // a mentor has no contact
        await Part(pair, pair.Community.Coordinator, pair.Mentor, BlockReason.Block);
        _host.Clock.MoveTo(IntroducedPair.FirstDue);
        await pair.Dispatch();
        var asked = await _host.Inside(pair.Community.Id, services =>
            services.GetRequiredService<MentorshipDb>().CheckIns.SingleAsync(c => c.Member == pair.Mentor.Id));
        var path = $"{pair.Community.Path}/check-ins/{asked.Id}";
        var callMe = new { answers = new[] { new { question = "contact", choice = "call-me" } } };

        foreach (var (door, status) in new[] { ("answers", HttpStatusCode.OK), ("contact", HttpStatusCode.OK), ("answers", HttpStatusCode.Conflict) })
        {
            var answer = await pair.Mentor.Post($"{path}/{door}", door == "answers" ? callMe : null);
            Assert.Equal(status, answer.StatusCode);
            Assert.False((await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("somebodyHears").GetBoolean());
        }
    }

    public void Dispose() => _host.Dispose();

    private static async Task HearsNothing(IntroducedPair pair, Person coordinator, Guid concern)
    {
        Assert.DoesNotContain(await coordinator.Items($"{pair.Community.Path}/inbox"), Tells);
        Assert.Empty(await Concerns(pair, coordinator));
        Assert.Empty(await Shown(pair, coordinator));
        await coordinator.Http.GetAsync($"{pair.Community.Path}/concerns/{concern}").Is(HttpStatusCode.NotFound, "not-found");
        await coordinator.Post($"{pair.Community.Path}/concerns/{concern}/close", null, "*").Is(HttpStatusCode.NotFound, "not-found");
    }

    private static bool Tells(JsonElement notice) => notice.GetProperty("kind").GetString()!.StartsWith("coordinator-look", StringComparison.Ordinal);

    private static Task<IReadOnlyList<JsonElement>> Concerns(IntroducedPair pair, Person person) => person.Items($"{pair.Community.Path}/concerns");

    private static Task<IReadOnlyList<JsonElement>> Shown(IntroducedPair pair, Person person) => person.Items($"{pair.Community.Path}/check-ins/for-coordinators");

    private static async Task<string> Said(HttpClient stranger, string link) =>
        await (await stranger.PostAsync(link, new FormUrlEncodedContent(new Dictionary<string, string> { ["q.contact"] = "call-me" }))).Content.ReadAsStringAsync();

    private async Task SaySafe(IntroducedPair pair, Person person)
    {
        var asked = await _host.Inside(pair.Community.Id, services =>
            services.GetRequiredService<MentorshipDb>().CheckIns.SingleAsync(c => c.Member == person.Id && c.Layer == Layer.Monthly));
        var answers = new { answers = new[] { new { question = "safe", choice = "no", audience = "coordinator" } } };
        await person.Post($"{pair.Community.Path}/check-ins/{asked.Id}/answers", answers).Is(HttpStatusCode.OK);
    }

    private Task<int> Coordinates(IntroducedPair pair, Person person) => _host.Inside(pair.Community.Id, async services =>
    {
        var db = services.GetRequiredService<MentorshipDb>();
        (await db.Members.SingleAsync(m => m.Id == person.Id)).Grant(Roles.Coordinator);
        return await db.SaveChangesAsync();
    });

    private Task<int> Part(IntroducedPair pair, Person by, Person against, BlockReason reason) => _host.Inside(pair.Community.Id, services =>
    {
        var db = services.GetRequiredService<MentorshipDb>();
        db.Add(new Block(pair.Community.Id, by.Id, against.Id, reason, _host.Clock.Now));
        return db.SaveChangesAsync();
    });
}
