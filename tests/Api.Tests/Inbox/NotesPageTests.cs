using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Mentorship.Api.Features.Safety;
using Mentorship.Api.Jobs;
using Mentorship.Api.Tests.Accounts;
using Mentorship.Api.Tests.CheckIns;
using Mentorship.Api.Tests.Hosting;
using Mentorship.Api.Tests.Members;
using Mentorship.Domain.Members;
using Mentorship.Engines;
using Mentorship.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Mentorship.Api.Tests.Inbox;

/// <summary>The page where mails lead that say "with your own log-in", as somebody with a browser and no scripts uses it.</summary>
public sealed class NotesPageTests : IDisposable
{
    private const string Notes = "/notes", Read = "/notes?handler=Read", Ask = "/notes?handler=Ask";

    private readonly ApiHost _host = new();

    [Fact]
    public async Task It_needs_a_log_in_and_who_has_no_news_is_told_so()
    {
        var community = await SampleCommunity.In(_host);
        var stranger = await new Browser(_host.CreateClient(new() { AllowAutoRedirect = false })).Open(Notes);
        Assert.Equal(HttpStatusCode.Redirect, stranger.Status);
        Assert.StartsWith("/sign-in", stranger.Location!.PathAndQuery);

        var browser = await BrowserOf(await community.Newcomer()).Open(Notes);
        Assert.Contains("Nothing waits for an answer.", browser.Page);
        Assert.Contains("You were told nothing yet.", browser.Page);
        Assert.DoesNotContain("Your own time", browser.Page);
    }

    [Fact]
    public async Task What_waits_is_answered_from_there_and_waits_no_longer()
    {
        var pair = await IntroducedPair.Asked(_host);
        await pair.Newcomer.Post($"{pair.Path}/goals", new { text = "Call on Tuesday." }).Is(HttpStatusCode.Created);
        var browser = await BrowserOf(pair.Newcomer).Open(Notes);
        var own = Waiting(browser);
        Assert.Contains("of 25 October 2026, to be answered by", browser.Page);

        Assert.Contains("<li>Call on Tuesday.</li>", (await browser.Open(own)).Page);
        await browser.Send(own, ("q.today", "good"), ("q.week", "Quiet."), ("audience", "me"));
        Assert.Contains("Your answer is kept.", browser.Page);
        Assert.Equal("answered", await pair.State());

        Assert.Contains("Nothing waits for an answer.", (await browser.Open(Notes)).Page);
        Assert.Contains("This note is closed", (await browser.Open(own)).Page);
        await browser.Send(own, ("q.today", "hard"));
        Assert.Contains("answered already, and that answer is kept", browser.Page);
    }

    [Fact]
    public async Task When_one_is_asked_next_stands_there_on_both_clocks()
    {
        var pair = await IntroducedPair.In(_host, mentors: new Profile { Languages = ["en"], ZoneId = "Pacific/Auckland" });
        var page = (await BrowserOf(pair.Newcomer).Open(Notes)).Page;
        Assert.Equal(
            ["25 October 2026, 18:00; 26 October 2026, 07:00", "1 November 2026, 18:00; 2 November 2026, 07:00", "8 November 2026, 18:00; 9 November 2026, 07:00"],
            Regex.Matches(page, "<li>(.+, 18:00) <span class=\"hint\">(.+) where [A-Z].+ is</span>").Select(m => $"{m.Groups[1]}; {m.Groups[2]}"));
    }

    [Fact]
    public async Task What_was_missed_waits_a_week_longer_and_its_answer_counts_as_late()
    {
        var pair = await IntroducedPair.Asked(_host);
        await pair.Deliver();
        await pair.LapseAfterGrace();
        var browser = await BrowserOf(pair.Newcomer).Open(Notes);
        var own = Waiting(browser);
        Assert.Contains("your answer counts all the same", (await browser.Open(own)).Page);

        _host.Clock.Advance(Duration.FromDays(7));
        Assert.Contains("Nothing waits for an answer.", (await browser.Open(Notes)).Page);
        await browser.Open(own);
        await browser.Send(own, ("q.today", "good"));
        Assert.Contains("Your answer is kept.", browser.Page);
        Assert.True((await pair.CheckIn()).GetProperty("answeredLate").GetBoolean());
    }

    [Fact]
    public async Task What_was_answered_is_shown_to_who_said_it_and_kept_to_oneself_again_at_once()
    {
        var pair = await IntroducedPair.Asked(_host);
        var browser = await BrowserOf(pair.Newcomer).Open(Notes);
        var own = Waiting(browser);
        await browser.Open(own);
        await browser.Send(own, ("q.today", "so-so"), ("q.week", "Quiet & long."), ("audience", "mentor"));
        Assert.Equal(2, await Seen(pair));
        await browser.Open(own);
        Assert.Contains("<strong>So-so</strong>", browser.Page);
        Assert.Contains("<strong>Quiet & long.</strong>", browser.Page);
        Assert.Equal(2, Regex.Count(browser.Page, "You and your contact see this."));

        await browser.Open($"{own}?handler=Hide&question=week");
        Assert.Equal(2, await Seen(pair));
        await Sent(browser, $"{own}?handler=Hide", ("question", "week"));
        Assert.Equal(1, await Seen(pair));
        Assert.Single(Regex.Matches(browser.Page, "Keep to myself</button>"));
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Send($"{own}?handler=Hide", ("question", "none"))).Status);
    }

    [Theory]
    [InlineData("call-me", true), InlineData("say-hi", true), InlineData("fine", false)]
    public async Task Beside_an_answer_that_was_passed_on_it_stands_that_this_is_not_taken_back(string contact, bool wasTold)
    {
        var pair = await IntroducedPair.Asked(_host);
        var browser = await BrowserOf(pair.Newcomer).Open(Notes);
        var own = Waiting(browser);
        await browser.Open(own);
        await browser.Send(own, ("q.contact", contact), ("audience", "mentor"));
        Assert.Equal(wasTold, (await browser.Open(own)).Page.Contains("is not taken back by keeping the answer to yourself"));
    }

    [Fact]
    public async Task Whom_it_is_asked_of_alone_sees_and_answers_it_and_only_by_its_own_form()
    {
        var pair = await IntroducedPair.Asked(_host);
        var own = Waiting(await BrowserOf(pair.Newcomer).Open(Notes));
        foreach (var other in new[] { pair.Mentor, await (await SampleCommunity.In(_host)).Newcomer() })
        {
            var browser = await BrowserOf(other).Open(own);
            Assert.Equal(HttpStatusCode.NotFound, browser.Status);
            Assert.DoesNotContain("<form", Content(browser));
            await browser.Open("/rest"); // for the token in its forms
            Assert.Equal(HttpStatusCode.NotFound, (await browser.Send(own, ("q.today", "good"))).Status);
        }
        var hers = BrowserOf(pair.Newcomer);
        await hers.Send(own, ("q.today", "good")); // from another site: without the hidden token
        Assert.Equal(HttpStatusCode.BadRequest, hers.Status);
        await hers.Open($"{own}?q.today=good");
        Assert.Equal("scheduled", await pair.State());
    }

    [Fact]
    public async Task Who_is_asked_to_call_sees_whom_and_by_which_number_and_says_that_it_is_read()
    {
        var pair = await IntroducedPair.Asked(_host);
        await pair.Answer(new { question = "contact", choice = "call-me" });
        await pair.Deliver();
        Assert.Contains("http://localhost/notes", _host.Mail.To(pair.Mentor.Email)[^1]);
        var browser = await BrowserOf(pair.Mentor).Open(Notes);
        Assert.Matches("<strong>New:</strong>\\s+[A-Z][^<]+ hopes to hear from you today", browser.Page);
        Assert.Contains($"<a href=\"mailto:{pair.Newcomer.Email}\">", browser.Page);

        var unread = Regex.Matches(browser.Page, "name=\"notice\" value=\"([^\"]+)\"").Select(m => m.Groups[1].Value).Prepend(Guid.NewGuid().ToString()).ToList();
        foreach (var notice in unread) await Sent(browser, Read, ("community", pair.Community.Id.ToString()), ("notice", notice));
        Assert.DoesNotContain("New:", (await browser.Open(Notes)).Page);
        Assert.DoesNotContain("I have read these", browser.Page);
        Assert.All(await pair.Mentor.Items($"{pair.Community.Path}/inbox"), told => Assert.NotNull(told.GetProperty("readAt").GetString()));
    }

    [Fact]
    public async Task Once_a_block_stands_nobody_is_told_to_call_and_nothing_of_the_two_waits()
    {
        var pair = await IntroducedPair.Asked(_host);
        await pair.Deliver();
        await pair.LapseAfterGrace();
        var browser = await BrowserOf(pair.Newcomer).Open(Notes);
        Waiting(browser);
        await browser.Send(Ask, ("community", pair.Community.Id.ToString()), ("pairing", pair.Pairing.ToString()));
        await pair.Deliver();
        await pair.Newcomer.Post($"{pair.Community.Path}/blocks", new { pairing = pair.Pairing.ToString() }).Is(HttpStatusCode.OK);

        var mentors = (await BrowserOf(pair.Mentor).Open(Notes)).Page;
        Assert.Contains("of the time when it was for you. Nothing is asked of you now.", mentors);
        Assert.DoesNotContain("Please call", mentors);
        Assert.DoesNotContain(pair.Newcomer.Email, mentors);
        Assert.Contains("Nothing waits for an answer.", (await browser.Open(Notes)).Page);
        Assert.DoesNotContain("to get in touch</button>", browser.Page);
    }

    [Fact]
    public async Task Where_no_coordinator_hears_the_page_does_not_say_that_one_does()
    {
        var pair = await IntroducedPair.In(_host);
        await _host.Inside(pair.Community.Id, services => services.GetRequiredService<MentorshipDb>().Members
            .Where(m => m.Id != pair.Mentor.Id && m.Id != pair.Newcomer.Id).ExecuteUpdateAsync(m => m.SetProperty(x => x.Roles, Roles.None)));
        var browser = await BrowserOf(pair.Newcomer).Open(Notes);
        Assert.DoesNotContain("coordinators see it", browser.Page);
        await browser.Send(Ask, ("community", pair.Community.Id.ToString()), ("pairing", pair.Pairing.ToString()));
        Assert.Matches("<strong>[^<]+ is being told now", browser.Page);

        await browser.Open(Notes);
        await pair.Post(pair.Mentor, "first-talk");
        await pair.Post(pair.Mentor, "end");
        await browser.Send(Ask, ("community", pair.Community.Id.ToString()), ("pairing", pair.Pairing.ToString())); // the page was open since before
        Assert.Contains("At this moment nobody is there who could be told", browser.Page);
    }

    [Fact]
    public async Task A_form_that_is_sent_after_the_session_ended_is_said_to_be_not_kept()
    {
        var pair = await IntroducedPair.Asked(_host);
        var own = Waiting(await BrowserOf(pair.Newcomer).Open(Notes));
        var browser = new Browser(_host.CreateClient(new() { AllowAutoRedirect = false, BaseAddress = new("https://localhost") }));
        foreach (var form in (string[])[own, Ask])
        {
            await browser.Send(form, ("q.contact", "call-me"));
            Assert.Equal($"/sign-in?unkept=yes&ReturnUrl={Uri.EscapeDataString(form.Split('?')[0])}", browser.Location!.ToString());
            Assert.Contains("What you sent was not kept, and nobody was told of it.", (await browser.Open(browser.Location.ToString())).Page);
        }
        Assert.DoesNotContain("not kept", (await browser.Open((await browser.Open(own)).Location!.PathAndQuery)).Page);
    }

    [Fact]
    public async Task What_rests_is_not_called_late_before_its_time()
    {
        var pair = await IntroducedPair.Asked(_host);
        var own = Waiting(await BrowserOf(pair.Newcomer).Open(Notes));
        await pair.TakeOff("2026-10-25", "2026-10-26");
        Assert.Equal("excused", await pair.State());
        Assert.DoesNotContain("has passed", (await BrowserOf(pair.Newcomer).Open(own)).Page);
    }

    [Fact]
    public async Task In_a_zone_that_this_version_does_not_know_all_that_can_be_shown_is_shown()
    {
        var pair = await IntroducedPair.In(_host);
        await pair.Newcomer.Post($"{pair.Community.Path}/progress", new { pathway = "aa", since = "2026-09-29" }).Is(HttpStatusCode.Created);
        await _host.Inside(pair.Community.Id, async services =>
        {
            var db = services.GetRequiredService<MentorshipDb>();
            await db.Members.Where(m => m.Id == pair.Newcomer.Id).ExecuteUpdateAsync(m => m.SetProperty(x => x.Profile.ZoneId, "Nowhere/Else"));
            return await db.Plans.Where(p => p.Member == pair.Newcomer.Id).ExecuteUpdateAsync(p => p.SetProperty(x => x.Times.ZoneId, "Nowhere/Else"));
        });
        Assert.Contains("Your own time", (await BrowserOf(pair.Newcomer).Open(Notes)).Page);
        var plans = await pair.Newcomer.Items($"{pair.Path}/plans");
        Assert.NotEmpty(plans);
        Assert.All(plans, plan => Assert.Equal(0, plan.GetProperty("next").GetArrayLength()));
        var link = (await pair.Newcomer.Http.PostAsync($"{pair.Community.Path}/members/me/calendar", null)).Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(HttpStatusCode.OK, (await _host.CreateClient().GetAsync(new Uri((await link).GetProperty("url").GetString()!).PathAndQuery)).StatusCode);
    }

    [Theory]
    [InlineData(Notes), InlineData("/notes?handler=Else"), InlineData("/rest")]
    public async Task A_form_that_names_no_step_is_told_that_there_is_nothing(string path)
    {
        var browser = await BrowserOf(await (await SampleCommunity.In(_host)).Newcomer()).Open("/rest");
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Send(path)).Status);
    }

    [Fact]
    public async Task Somebody_is_asked_to_call_from_there_at_any_time_and_by_a_form_alone()
    {
        var pair = await IntroducedPair.In(_host);
        await pair.Deliver();
        var browser = await BrowserOf(pair.Newcomer).Open(Notes);
        Assert.Matches("Ask [^<]+ to get in touch", browser.Page);
        Assert.Contains("They have your e-mail address, and not your number.", browser.Page);
        await browser.Open($"{Ask}&community={pair.Community.Id}&pairing={pair.Pairing}");
        Assert.Equal(0, await pair.Deliver());

        await browser.Send(Ask, ("community", pair.Community.Id.ToString()), ("pairing", pair.Pairing.ToString()));
        Assert.Matches("[A-Z][^<]+ and the coordinators are being told now that you would like to hear from someone", browser.Page);
        Assert.DoesNotContain("being told", (await browser.Open(Notes)).Page);
        Assert.Matches("On 2\\d October 2026, [0-9:]+ a note was made that a word from someone would be good. It is kept, and is being passed on.", browser.Page);
        await pair.Deliver();
        Assert.Contains("Someone hopes to hear from you today.", _host.Mail.To(pair.Mentor.Email)[^1]);
        Assert.Contains("It was passed on; they may not have seen it yet.", (await browser.Open(Notes)).Page);
        var concern = Assert.Single(await pair.Community.Coordinator.Items($"{pair.Community.Path}/concerns")).GetProperty("id").GetGuid();
        await _host.Send(new CloseConcern(new(pair.Community.Id, pair.Community.Coordinator.Id, Roles.Coordinator), new(concern), IfVersion: null));
        Assert.DoesNotContain("a note was made", (await browser.Open(Notes)).Page);

        var stranger = await BrowserOf(await pair.Community.Newcomer()).Open("/rest"); // for the token in its forms
        await stranger.Send(Ask, ("community", pair.Community.Id.ToString()), ("pairing", pair.Pairing.ToString()));
        Assert.Equal(HttpStatusCode.NotFound, stranger.Status);
        await stranger.Open("/rest");
        await stranger.Send(Ask, ("community", (await SampleCommunity.In(_host)).Id.ToString()), ("pairing", pair.Pairing.ToString()));
        Assert.Equal(HttpStatusCode.NotFound, stranger.Status);
    }

    [Fact]
    public async Task The_mail_of_something_kind_leads_to_what_it_is()
    {
        var community = await SampleCommunity.In(_host);
        var me = await community.Newcomer();
        await me.Post($"{community.Path}/progress", new { pathway = "aa", since = "2026-09-29" }).Is(HttpStatusCode.Created);
        _host.Clock.MoveTo(Instant.FromUtc(2026, 10, 29, 10, 0));
        foreach (var job in (string[])["send-kind-words", "send-notices"])
            await Timetable.Standard.Get(job).Run(_host.Services.GetRequiredService<IServiceScopeFactory>(), default);
        Assert.Contains("http://localhost/notes", Assert.Single(_host.Mail.To(me.Email)));

        var page = (await BrowserOf(me).Open(Notes)).Page;
        Assert.Contains("<strong>1 month sober</strong>, since 29 September 2026", page);
        Assert.Contains("30 days of this year, and 30 days in all", page);
        Assert.Contains("1 month sober, reached on 29 October 2026", page);
        Assert.Contains("There was something kind for you", page);
    }

    [EveryEngine]
    public async Task The_newest_stand_first_and_the_earlier_ones_are_a_step_away_each_once(Engine engine)
    {
        await using var running = await EngineHost.On(engine);
        var pair = await IntroducedPair.In(running.Api);
        for (var week = 1; week <= 70; week++)
        {
            running.Api.Clock.Advance(Duration.FromDays(7));
            await pair.Dispatch();
        }
        var oldestFirst = await pair.Newcomer.Items($"{pair.Community.Path}/inbox?limit=200");
        var newestFirst = await pair.Newcomer.Items($"{pair.Community.Path}/inbox?limit=200&newestFirst=true");
        Assert.Equal(oldestFirst.Reverse().Select(t => t.GetProperty("id").GetGuid()), newestFirst.Select(t => t.GetProperty("id").GetGuid()));

        var browser = await BrowserOf(pair.Newcomer, running.Api).Open(Notes);
        var seen = TimesIn(browser);
        while (Regex.Match(browser.Page, "<a href=\"(/notes\\?[^\"#]+)") is { Success: true } earlier)
            seen.AddRange(TimesIn(await browser.Open(earlier.Groups[1].Value)));
        Assert.Equal(oldestFirst.Count, seen.Count);
    }

    [Fact]
    public async Task It_can_be_read_aloud_and_has_the_lines_to_call_and_no_telling_word_in_its_title()
    {
        var pair = await IntroducedPair.Asked(_host);
        var page = (await BrowserOf(pair.Newcomer).Open(Notes)).Page;
        Assert.Contains("<title>Your notes</title>", page);
        Assert.Single(Regex.Matches(page, "<h1>"));
        Assert.Contains("If you need someone now", page);
        Assert.DoesNotContain("<script", page);
        var ids = Regex.Matches(page, " id=\"([^\"]+)\"").Select(m => m.Groups[1].Value).ToList();
        Assert.Equal(ids.Distinct(), ids);
        Assert.All(Regex.Matches(page, "aria-labelledby=\"([^\"]+)\"").Select(m => m.Groups[1].Value), id => Assert.Contains(id, ids));
        Assert.All(Regex.Matches(page, "<form [^>]*>").Select(m => m.Value), form => Assert.Contains("method=\"post\"", form));
    }

    public void Dispose() => _host.Dispose();

    private Browser BrowserOf(Person person, ApiHost? host = null) => Browser.Of(person, host ?? _host);

    /// <summary>How many answers the mentor sees.</summary>
    private static async Task<int> Seen(IntroducedPair pair) =>
        (await pair.Mentor.Items($"{pair.Path}/check-ins"))[0].GetProperty("answers").GetArrayLength();

    private static string Waiting(Browser browser) =>
        Assert.Single(Regex.Matches(browser.Page, "<a href=\"(/notes/[^\"]+)\">How are you")).Groups[1].Value;

    private static List<string> TimesIn(Browser browser) =>
        [.. Regex.Matches(browser.Page[browser.Page.IndexOf("What you were told", StringComparison.Ordinal)..], "<span class=\"hint\">").Select(m => m.Value)];

    private static string Content(Browser browser) => Regex.Match(browser.Page, "<main.*</main>", RegexOptions.Singleline).Value;

    /// <summary>Sends a form of the page that is open and follows where it leads.</summary>
    private static async Task<Browser> Sent(Browser browser, string form, params (string, string)[] typed)
    {
        await browser.Send(form, typed);
        return browser.Status == HttpStatusCode.Redirect ? await browser.Open(browser.Location!.ToString()) : browser;
    }
}
