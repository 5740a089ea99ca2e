using System.Net;
using Mentorship.Api.Tests.CheckIns;
using Mentorship.Api.Tests.Hosting;
using Mentorship.Api.Tests.Members;

namespace Mentorship.Api.Tests.Progress;

public sealed class GoalTests(SharedHost host) : IClassFixture<SharedHost>
{
    [Fact]
    public async Task Both_see_and_edit_the_goals_and_each_sees_whose_words_they_are()
    {
        var pair = await IntroducedPair.In(host);
        await pair.Mentor.Post($"{pair.Path}/goals", new { text = "Call on Tuesday." }).Is(HttpStatusCode.Created);
        var goal = Assert.Single(await pair.Newcomer.Items($"{pair.Path}/goals"));
        Assert.Equal(("Call on Tuesday.", "open", false), (goal.GetProperty("text").GetString(), goal.GetProperty("state").GetString(), goal.GetProperty("yours").GetBoolean()));

        var path = $"{pair.Path}/goals/{goal.GetProperty("id").GetGuid()}";
        await pair.Newcomer.Put(path, new { text = "Call on Friday.", state = "open" }, $"\"{goal.GetProperty("version").GetInt32()}\"").Is(HttpStatusCode.NoContent);
        await pair.Mentor.Put(path, new { text = "Call on Friday.", state = "reached" }, $"\"{goal.GetProperty("version").GetInt32()}\"").Is(HttpStatusCode.PreconditionFailed);
        await pair.Mentor.Put(path, new { text = "Call on Friday.", state = "reached" }).Is(HttpStatusCode.NoContent);

        var seen = Assert.Single(await pair.Newcomer.Items($"{pair.Path}/goals"));
        Assert.Equal(("Call on Friday.", "reached", true), (seen.GetProperty("text").GetString(), seen.GetProperty("state").GetString(), seen.GetProperty("yours").GetBoolean()));
    }

    [Fact]
    public async Task A_goal_may_be_let_go_and_opened_again_and_the_open_ones_can_be_asked_for()
    {
        var pair = await IntroducedPair.In(host);
        await pair.Newcomer.Post($"{pair.Path}/goals", new { text = "One." }).Is(HttpStatusCode.Created);
        await pair.Newcomer.Post($"{pair.Path}/goals", new { text = "Two." }).Is(HttpStatusCode.Created);
        var first = (await pair.Newcomer.Items($"{pair.Path}/goals"))[0].GetProperty("id").GetGuid();
        await pair.Newcomer.Put($"{pair.Path}/goals/{first}", new { text = "One.", state = "let-go" }).Is(HttpStatusCode.NoContent);
        Assert.Equal("Two.", Assert.Single(await pair.Mentor.Items($"{pair.Path}/goals?state=open")).GetProperty("text").GetString());
        await pair.Mentor.Put($"{pair.Path}/goals/{first}", new { text = "One.", state = "open" }).Is(HttpStatusCode.NoContent);
        Assert.Equal(2, (await pair.Mentor.Items($"{pair.Path}/goals?state=open")).Count);
    }

    [Fact]
    public async Task When_a_pairing_has_ended_only_the_newcomer_reads_its_goals_and_nobody_edits_them()
    {
        var pair = await IntroducedPair.In(host);
        await pair.Mentor.Post($"{pair.Path}/goals", new { text = "One." }).Is(HttpStatusCode.Created);
        var goal = (await pair.Newcomer.Items($"{pair.Path}/goals"))[0].GetProperty("id").GetGuid();
        await pair.Mentor.Post($"{pair.Path}/end", ifMatch: "*").Is(HttpStatusCode.NoContent);

        Assert.Single(await pair.Newcomer.Items($"{pair.Path}/goals"));
        Assert.Equal(HttpStatusCode.NotFound, (await pair.Mentor.Http.GetAsync($"{pair.Path}/goals")).StatusCode);
        foreach (var one in new[] { pair.Mentor, pair.Newcomer })
        {
            await one.Put($"{pair.Path}/goals/{goal}", new { text = "One.", state = "reached" }).Is(HttpStatusCode.NotFound);
            await one.Post($"{pair.Path}/goals", new { text = "Two." }).Is(HttpStatusCode.NotFound);
        }
    }

    [Fact]
    public async Task The_weekly_check_in_looks_at_the_open_goals_with_their_words_in_the_app_alone()
    {
        using var own = new ApiHost();
        var pair = await IntroducedPair.In(own);
        await pair.Newcomer.Post($"{pair.Path}/goals", new { text = "Call on Tuesday." }).Is(HttpStatusCode.Created);
        await pair.Deliver();
        own.Clock.MoveTo(IntroducedPair.FirstDue);
        await pair.Dispatch();
        await pair.Deliver();
        var link = own.Mail.LinkTo(pair.Newcomer.Email);
        var page = await own.CreateClient().GetStringAsync(link);
        Assert.Contains("The goals that you two set", page);
        Assert.DoesNotContain("Tuesday", page + own.Mail.To(pair.Newcomer.Email)[^1]);
        var asked = await pair.Newcomer.Read($"{pair.Community.Path}/check-ins/{(await pair.CheckIn()).GetProperty("id").GetGuid()}");
        Assert.Equal("Call on Tuesday.", Assert.Single(asked.GetProperty("goals").EnumerateArray()).GetProperty("text").GetString());

        var goal = (await pair.Mentor.Items($"{pair.Path}/goals"))[0].GetProperty("id").GetGuid();
        await pair.Mentor.Put($"{pair.Path}/goals/{goal}", new { text = "Call on Tuesday.", state = "reached" }).Is(HttpStatusCode.NoContent);
        Assert.DoesNotContain("The goals that you two set", await own.CreateClient().GetStringAsync(link));
        await pair.Answer(new { question = "goals", choice = "well", audience = "mentor" }); // what was shown a minute before
        Assert.Contains("\"goals\"", (await pair.Mentor.Read($"{pair.Path}/check-ins")).GetRawText());
    }

    [Fact]
    public async Task A_goal_of_another_pairing_is_not_there()
    {
        var (one, other) = (await IntroducedPair.In(host), await IntroducedPair.In(host));
        await one.Mentor.Post($"{one.Path}/goals", new { text = "One." }).Is(HttpStatusCode.Created);
        var goal = (await one.Mentor.Items($"{one.Path}/goals"))[0].GetProperty("id").GetGuid();
        await other.Mentor.Put($"{other.Path}/goals/{goal}", new { text = "One.", state = "reached" }).Is(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_is_no_goal_is_refused()
    {
        var pair = await IntroducedPair.In(host);
        Assert.Equal(["text line-empty"], await pair.Newcomer.Post($"{pair.Path}/goals", new { text = " " }).Errors());
        Assert.Equal(["text too-long"], await pair.Newcomer.Post($"{pair.Path}/goals", new { text = new string('a', 501) }).Errors());
        for (var i = 0; i < 50; i++) await pair.Newcomer.Post($"{pair.Path}/goals", new { text = $"{i}" }).Is(HttpStatusCode.Created);
        await pair.Mentor.Post($"{pair.Path}/goals", new { text = "One more." }).Is(HttpStatusCode.Conflict, "goals-too-many");
    }
}
