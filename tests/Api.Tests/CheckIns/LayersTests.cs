using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Mentorship.Api.Features.CheckIns;
using Mentorship.Api.Features.Notices;
using Mentorship.Api.Tests.Hosting;
using Mentorship.Api.Tests.Http;
using Mentorship.Api.Tests.Members;
using Mentorship.Domain;
using Mentorship.Domain.CheckIns;
using Mentorship.Domain.Time;
using Mentorship.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Mentorship.Api.Tests.CheckIns;

/// <summary>What is asked in each layer, and who sees it.</summary>
public sealed class LayersTests : IDisposable
{
    private readonly ApiHost _host = new();

    [Fact]
    public async Task Four_weeks_after_the_introduction_each_side_is_asked_by_itself_and_neither_sees_the_others_answers()
    {
        var pair = await IntroducedPair.In(_host);
        _host.Clock.MoveTo(Instant.FromUtc(2026, 11, 17, 18, 0));
        await pair.Dispatch();
        var asked = await Asked(pair, Layer.Monthly);
        Assert.Equal(new[] { pair.Mentor.Id, pair.Newcomer.Id }.OrderBy(m => m.Value), asked.Select(c => c.Member).OrderBy(m => m.Value));

        var theirs = asked.Single(c => c.Member == pair.Newcomer.Id).Id;
        var answers = $"{pair.Community.Path}/check-ins/{theirs}/answers";
        var shown = new { answers = new[] { new { question = "safe", choice = "no", audience = "mentor" } } };
        var refused = await (await pair.Newcomer.Http.PostAsJsonAsync(answers, shown)).Problem(HttpStatusCode.BadRequest, "input-invalid");
        Assert.Equal(["answers[0].audience: audience-unfit"], refused.Errors());
        var kept = new { answers = new object[] { new { question = "safe", choice = "no", audience = "coordinator" }, new { question = "heard", choice = "no" } } };
        Assert.Equal(HttpStatusCode.OK, (await pair.Newcomer.Http.PostAsJsonAsync(answers, kept)).StatusCode);
        var share = await pair.Newcomer.Http.PutAsJsonAsync($"{answers}/heard/audience", new { audience = "mentor" });
        await share.Problem(HttpStatusCode.Conflict, "audience-unfit");

        Assert.DoesNotContain("\"safe\"", await pair.Mentor.Http.GetStringAsync($"{pair.Path}/check-ins?limit=100"));
        var coordinator = await pair.Community.Coordinator.Http.GetStringAsync($"{pair.Community.Path}/check-ins/for-coordinators");
        Assert.Contains("\"safe\"", coordinator);
        Assert.DoesNotContain("\"heard\"", coordinator);
    }

    [Fact]
    public async Task The_quarterly_form_comes_by_choice_alone_and_its_sum_is_the_members_own()
    {
        var pair = await IntroducedPair.In(_host);
        var plan = new { layer = "quarterly", rhythm = "every:90:2026-10-21", at = "10:00", zoneId = "Europe/Dublin" };
        await pair.Newcomer.Http.PostAsJsonAsync($"{pair.Path}/plans", plan);
        _host.Clock.MoveTo(Instant.FromUtc(2026, 10, 21, 10, 0));
        await pair.Dispatch();
        await pair.Deliver();
        var form = RecoveryCapital.Questions.ToDictionary(q => $"q.{q.Code}", _ => "4");
        var page = await (await _host.CreateClient().PostAsync(_host.Mail.LinkTo(pair.Newcomer.Email), new FormUrlEncodedContent(form.Append(new("audience", "mentor"))))).Content.ReadAsStringAsync();
        Assert.Contains("<strong>40</strong>", page);
        Assert.DoesNotContain("47", page);

        Assert.Equal(40, (await IntroducedPair.Items(pair.Newcomer, $"{pair.Path}/check-ins"))[0].GetProperty("sum").GetInt32());
        Assert.Equal(JsonValueKind.Null, (await IntroducedPair.Items(pair.Mentor, $"{pair.Path}/check-ins"))[0].GetProperty("sum").ValueKind);
    }

    [Theory]
    [InlineData("q.today", "very-hard", "true"), InlineData("q.craving", "9", "true"), InlineData("q.used", "i-used", "")]
    public async Task A_hard_answer_that_is_kept_and_that_somebody_used_offer_contact_and_lines_and_tell_nobody_unless_asked(string field, string value, string kept)
    {
        var (pair, link) = await Daily();
        var stranger = _host.CreateClient();
        var thanks = await Page(await stranger.PostAsync(link, Form((field, value), ("audience", "mentor"), ("keepToMyself", kept))));
        Assert.Contains("Would it help to hear from someone?", thanks);
        Assert.Contains("116 123", thanks);
        Assert.Equal(value == "i-used", thanks.Contains("Should the date that you count from change?"));
        await pair.Deliver();
        Assert.DoesNotContain(_host.Mail.To(pair.Mentor.Email), IsCall);

        for (var again = 0; again < 2; again++)
            Assert.Contains("Thank you for asking", await Page(await stranger.PostAsync(link + "?handler=Contact", null)));
        await pair.Deliver();
        Assert.Single(_host.Mail.To(pair.Mentor.Email), IsCall);
        Assert.Single(await IntroducedPair.Items(pair.Community.Coordinator, $"{pair.Community.Path}/concerns"));
    }

    [Theory]
    [InlineData("8", 0), InlineData("9", 1), InlineData("10", 1)]
    public async Task A_pull_of_nine_or_ten_tells_the_mentor_and_the_coordinators(string pull, int calls)
    {
        var (pair, link) = await Daily();
        await _host.CreateClient().PostAsync(link, Form(("q.craving", pull), ("q.contact", "fine")));
        await pair.Deliver();
        Assert.Equal(calls, _host.Mail.To(pair.Mentor.Email).Count(IsCall));
        Assert.Equal(calls, (await IntroducedPair.Items(pair.Community.Coordinator, $"{pair.Community.Path}/concerns")).Count);
    }

    [Fact]
    public async Task That_somebody_used_stays_with_them_whatever_the_page_shares_and_changes_nothing_else()
    {
        var (pair, link) = await Daily();
        await pair.Newcomer.Post($"{pair.Community.Path}/progress", new { pathway = "aa", since = "2026-07-20" }).Is(HttpStatusCode.Created);
        var (before, own) = (await Kept(pair), await pair.Newcomer.Http.GetStringAsync($"{pair.Community.Path}/progress"));
        Assert.Contains("2026-07-20", own);
        await _host.CreateClient().PostAsync(link, Form(("q.used", "i-used"), ("q.today", "hard"), ("audience", "coordinator")));

        var seen = await pair.Mentor.Http.GetStringAsync($"{pair.Path}/check-ins?limit=100");
        seen = seen.Replace("\"excusedBecause\":null", "", StringComparison.Ordinal); // has the letters of it
        Assert.Contains("\"today\"", seen);
        Assert.DoesNotContain("used", seen);
        Assert.DoesNotContain("used", await pair.Community.Coordinator.Http.GetStringAsync($"{pair.Community.Path}/check-ins/for-coordinators"));
        Assert.Equal(before, await Kept(pair));
        Assert.Equal(own, await pair.Newcomer.Http.GetStringAsync($"{pair.Community.Path}/progress"));
        Assert.DoesNotContain(_host.Log.All, line => line.Contains("i-used"));
    }

    [Fact]
    public async Task A_week_after_its_time_the_link_asks_for_contact_no_longer_but_its_member_does()
    {
        var (pair, link) = await Daily();
        await _host.CreateClient().PostAsync(link, Form(("q.today", "very-hard")));
        _host.Clock.Advance(Duration.FromHours(12 + 7 * 24 + 1));
        Assert.Equal(HttpStatusCode.Conflict, (await _host.CreateClient().PostAsync(link + "?handler=Contact", null)).StatusCode);
        var id = (await Asked(pair, Layer.Daily)).Single().Id;
        Assert.Equal(HttpStatusCode.OK, (await pair.Newcomer.Http.PostAsync($"{pair.Community.Path}/check-ins/{id}/contact", null)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await pair.Mentor.Http.PostAsync($"{pair.Community.Path}/check-ins/{id}/contact", null)).StatusCode);
    }

    [Fact]
    public async Task A_community_asks_questions_of_its_own_and_never_changes_what_a_code_says()
    {
        var community = await SampleCommunity.In(_host);
        object sleep = new { code = "own-sleep", layer = "weekly", prompt = "How did you sleep, sober or not?", kind = "words", choices = new[] { new { code = "well", label = "Well" }, new { code = "badly", label = "Badly" } } };
        await SetQuestions(community, sleep).Is(HttpStatusCode.NoContent);
        var pair = await IntroducedPair.In(_host, community);
        _host.Clock.MoveTo(IntroducedPair.FirstDue);
        await pair.Dispatch();
        await pair.Deliver();
        Assert.Contains("How did you sleep, sober or not?", await _host.CreateClient().GetStringAsync(_host.Mail.LinkTo(pair.Newcomer.Email)));
        await pair.Answer(new { question = "own-sleep", choice = "badly" });

        object changed = new { code = "own-sleep", layer = "weekly", prompt = "Sleep?", kind = "text" };
        await SetQuestions(community, changed).Is(HttpStatusCode.Conflict, "question-changed");
        await SetQuestions(community).Is(HttpStatusCode.NoContent);
        await SetQuestions(community, changed).Is(HttpStatusCode.Conflict, "question-changed");
        await SetQuestions(community, [.. Enumerable.Range(1, 6).Select(n => (object)new { code = $"own-{n}", layer = "daily", prompt = "More?", kind = "text" })])
            .Is(HttpStatusCode.BadRequest, "input-invalid");
    }

    [Fact]
    public async Task What_an_open_form_asks_is_kept_also_when_its_question_is_retired_before_it_is_sent()
    {
        var community = await SampleCommunity.In(_host);
        object sleep = new { code = "own-sleep", layer = "weekly", prompt = "How did you sleep?", kind = "text" };
        await SetQuestions(community, sleep).Is(HttpStatusCode.NoContent);
        var pair = await IntroducedPair.In(_host, community);
        _host.Clock.MoveTo(IntroducedPair.FirstDue);
        await pair.Dispatch();
        await pair.Deliver();
        var link = _host.Mail.LinkTo(pair.Newcomer.Email);
        await SetQuestions(community).Is(HttpStatusCode.NoContent);
        Assert.DoesNotContain("How did you sleep?", await _host.CreateClient().GetStringAsync(link));

        var refused = await (await _host.CreateClient().PostAsync(link, Form(("q.own-sleep", "Well enough"), ("q.week", new string('a', 4001))))).Content.ReadAsStringAsync();
        Assert.Contains("Well enough", refused);
        var kept = await (await _host.CreateClient().PostAsync(link, Form(("q.own-sleep", "Well enough")))).Content.ReadAsStringAsync();

        Assert.Contains("Your answer is kept", kept);
        Assert.Equal("Well enough", Assert.Single((await pair.CheckIn()).GetProperty("answers").EnumerateArray()).GetProperty("text").GetString());
    }

    public void Dispose() => _host.Dispose();

    private static async Task<HttpResponseMessage> SetQuestions(SampleCommunity community, params object[] questions)
    {
        var policy = new
        {
            minimumWeeklyOverlapMinutes = 60,
            answerWindowHours = 72,
            confirmationDays = 35,
            temporaryContactDays = 90,
            checkInRhythm = "weekly:Sun",
            checkInLayer = "weekly",
            checkInAt = "18:00",
            weights = new { },
            questions,
        };
        return await community.Coordinator.Put($"{community.Path}/policy", policy, "*");
    }

    private async Task<(IntroducedPair Pair, string Link)> Daily()
    {
        var pair = await IntroducedPair.In(_host);
        await _host.Send(new AddPlan(new(pair.Community.Id, pair.Newcomer.Id, Domain.Members.Roles.Newcomer), pair.Pairing, Layer.Daily, "daily", "19:00", "Europe/Dublin"));
        await pair.Deliver();
        _host.Clock.MoveTo(Instant.FromUtc(2026, 10, 20, 18, 0));
        await pair.Dispatch();
        await pair.Deliver();
        return (pair, _host.Mail.LinkTo(pair.Newcomer.Email));
    }

    private Task<List<CheckIn>> Asked(IntroducedPair pair, Layer layer) => _host.Inside(pair.Community.Id, services =>
        services.GetRequiredService<MentorshipDb>().CheckIns.AsNoTracking().Where(c => c.Layer == layer).ToListAsync());

    /// <summary>Everything that a return could touch: the member, their own date, the request, the pairing, the plans.</summary>
    private Task<string> Kept(IntroducedPair pair) => _host.Inside(pair.Community.Id, async services =>
    {
        var db = services.GetRequiredService<MentorshipDb>();
        return JsonSerializer.Serialize(new object[]
        {
            (await db.Members.AsNoTracking().SingleAsync(m => m.Id == pair.Newcomer.Id)).Version, (await db.Pairings.AsNoTracking().SingleAsync()).Version,
            (await db.Requests.AsNoTracking().SingleAsync()).Version, (await db.Progress.AsNoTracking().SingleAsync()).Version, await db.Plans.AsNoTracking().OrderBy(p => p.Id).Select(p => p.Version).ToListAsync(),
        });
    });

    private static bool IsCall(string mail) => mail.Contains("as\nsoon as you can");

    private static Task<string> Page(HttpResponseMessage answer) => answer.Content.ReadAsStringAsync();

    private static FormUrlEncodedContent Form(params (string Field, string Value)[] fields) => new(fields.ToDictionary(f => f.Field, f => f.Value));
}
