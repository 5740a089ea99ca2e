using System.Net;
using System.Net.Http.Json;
using Mentorship.Api.Tests.Hosting;
using Mentorship.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Mentorship.Api.Tests.CheckIns;

/// <summary>Who sees which answer, and what of it lies in the database.</summary>
public sealed class AnswerSecrecyTests : IDisposable
{
    private readonly ApiHost _host = new();

    [Fact]
    public async Task An_answer_is_sealed_whole_and_what_was_chosen_shows_neither_in_a_column_nor_in_a_length()
    {
        var pair = await Answered();
        var rows = await _host.Inside(pair.Community.Id, services =>
            services.GetRequiredService<MentorshipDb>().Database.SqlQueryRaw<string>("SELECT group_concat(hex(\"Said\")) AS \"Value\" FROM \"Answers\"").SingleAsync());
        var columns = await _host.Inside(pair.Community.Id, services =>
            services.GetRequiredService<MentorshipDb>().Database.SqlQueryRaw<string>("SELECT name AS \"Value\" FROM pragma_table_info('Answers')").ToListAsync());

        Assert.Equal(["Audience", "CheckIn", "CommunityId", "Id", "Member", "Question", "Said", "Version"], columns.Order(StringComparer.Ordinal));
        Assert.Equal(4, rows.Split(',').Length); // the fourth says that nothing was said of a return, and looks like one that does
        Assert.Single(rows.Split(',').Select(r => r.Length).Distinct()); // very-hard, fine and a few words look alike
        Assert.DoesNotContain(Convert.ToHexString("very-hard"u8), rows);
    }

    [Fact]
    public async Task Its_member_and_as_its_audience_allows_the_mentor_read_what_was_sealed()
    {
        var pair = await Answered();
        var own = (await pair.CheckIn()).GetProperty("answers").EnumerateArray().ToDictionary(a => a.GetProperty("question").GetString()!);
        Assert.Equal("very-hard", own["today"].GetProperty("choice").GetString());
        Assert.Equal("Slept “badly”.", own["week"].GetProperty("text").GetString());
        Assert.Equal("fine", own["contact"].GetProperty("choice").GetString());

        var seen = Assert.Single(await IntroducedPair.Items(pair.Mentor, $"{pair.Path}/check-ins")).GetProperty("answers").EnumerateArray();
        Assert.Equal(["contact", "today"], seen.Select(a => a.GetProperty("question").GetString()).Order());
    }

    [Fact]
    public async Task An_answer_that_is_narrowed_to_its_member_is_hidden_from_the_mentor_at_once()
    {
        var pair = await Answered();
        Assert.Equal(["contact", "today"], await SeenByMentor(pair));
        await Narrow(pair, "contact", "me");
        Assert.Equal(["today"], await SeenByMentor(pair));
        await Narrow(pair, "today", "me");
        Assert.Empty(await SeenByMentor(pair));
    }

    [Fact]
    public async Task A_coordinator_sees_what_was_chosen_for_them_and_nothing_else_until_it_is_narrowed()
    {
        var pair = await Answered();
        var shared = Assert.Single(await ForCoordinators(pair));
        Assert.Equal(pair.Newcomer.Id.Value, shared.GetProperty("memberId").GetGuid());
        Assert.Equal(pair.Pairing.Value, shared.GetProperty("pairingId").GetGuid());
        var answer = Assert.Single(shared.GetProperty("answers").EnumerateArray());
        Assert.Equal(("today", "very-hard"), (answer.GetProperty("question").GetString(), answer.GetProperty("choice").GetString()));
        Assert.DoesNotContain("Slept", shared.GetRawText());
        Assert.DoesNotContain("fine", shared.GetRawText());

        await Narrow(pair, "today", "mentor");
        Assert.Empty(await ForCoordinators(pair));
        await Narrow(pair, "week", "coordinator");
        Assert.Contains("Slept", Assert.Single(await ForCoordinators(pair)).GetRawText());
    }

    [Fact]
    public async Task The_answers_for_coordinators_come_in_pages_in_the_order_in_which_they_were_given()
    {
        var pair = await Answered();
        _host.Clock.Advance(NodaTime.Duration.FromDays(7));
        await pair.Dispatch();
        var second = (await IntroducedPair.Items(pair.Newcomer, $"{pair.Path}/check-ins"))[1].GetProperty("id").GetGuid();
        await pair.Newcomer.Http.PostAsJsonAsync($"{pair.Community.Path}/check-ins/{second}/answers",
            new { answers = new[] { new { question = "today", choice = "good", audience = "coordinator" } } });

        var first = await pair.Community.Coordinator.Http.GetFromJsonAsync<System.Text.Json.JsonElement>($"{pair.Community.Path}/check-ins/for-coordinators?limit=1");
        Assert.Contains("very-hard", first.GetRawText());
        var rest = await IntroducedPair.Items(
            pair.Community.Coordinator, $"{pair.Community.Path}/check-ins/for-coordinators?limit=1&cursor={first.GetProperty("next").GetString()}");
        Assert.Equal(second, Assert.Single(rest).GetProperty("id").GetGuid());
        Assert.Empty(await IntroducedPair.Items(pair.Community.Coordinator, $"{pair.Community.Path}/check-ins/for-coordinators?pairing={Guid.NewGuid()}"));
    }

    [Fact]
    public async Task The_page_lets_a_member_choose_the_coordinators_too()
    {
        var pair = await IntroducedPair.Asked(_host);
        await pair.Deliver();
        await _host.CreateClient().PostAsync(_host.Mail.LinkTo(pair.Newcomer.Email),
            new FormUrlEncodedContent(new Dictionary<string, string> { ["q.today"] = "hard", ["audience"] = "coordinator" }));
        Assert.Contains("hard", Assert.Single(await ForCoordinators(pair)).GetRawText());
    }

    public void Dispose() => _host.Dispose();

    private async Task<IntroducedPair> Answered()
    {
        var pair = await IntroducedPair.Asked(_host);
        await pair.Deliver();
        await pair.Answer(
            new { question = "today", choice = "very-hard", audience = "coordinator" },
            new { question = "week", text = " Slept “badly”. ", audience = "me" },
            new { question = "contact", choice = "fine", audience = "mentor" });
        return pair;
    }

    private static async Task<IEnumerable<string?>> SeenByMentor(IntroducedPair pair) =>
        Assert.Single(await IntroducedPair.Items(pair.Mentor, $"{pair.Path}/check-ins")).GetProperty("answers").EnumerateArray()
            .Select(a => a.GetProperty("question").GetString()).Order();

    private static Task<IReadOnlyList<System.Text.Json.JsonElement>> ForCoordinators(IntroducedPair pair) =>
        IntroducedPair.Items(pair.Community.Coordinator, $"{pair.Community.Path}/check-ins/for-coordinators");

    private static async Task Narrow(IntroducedPair pair, string question, string audience)
    {
        var id = (await pair.CheckIn()).GetProperty("id").GetGuid();
        var answer = await pair.Newcomer.Http.PutAsJsonAsync($"{pair.Community.Path}/check-ins/{id}/answers/{question}/audience", new { audience });
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
    }
}
