using System.Net;
using System.Text.RegularExpressions;
using Mentorship.Api.Pages.Inbox;
using Mentorship.Api.Tests.Accounts;
using Mentorship.Api.Tests.CheckIns;
using Mentorship.Api.Tests.Hosting;
using Mentorship.Api.Tests.Members;
using Mentorship.Engines;
using NodaTime;
using NodaTime.Text;

namespace Mentorship.Api.Tests.Inbox;

/// <summary>The page of what the other of a pairing chose to show, as somebody with a browser and no scripts uses it.</summary>
public sealed class ShownPageTests : IDisposable
{
    private readonly ApiHost _host = new();

    [Fact]
    public async Task What_the_other_chose_to_show_stands_there_in_words_and_is_gone_at_once_when_it_is_narrowed()
    {
        var pair = await IntroducedPair.Asked(_host);
        await pair.Answer(
            new { question = "today", choice = "so-so", audience = "mentor" },
            new { question = "week", text = "marker-of-mine", audience = "me" },
            new { question = "plan", text = "A walk.", audience = "coordinator" });
        var browser = await Browser.Of(pair.Mentor, _host).Open("/notes");
        var link = Regex.Match(browser.Page, "<a href=\"(/notes/[^\"]+/with/[^\"]+)\">What MarkerNewcomer \\d+. chose to show you</a>").Groups[1].Value;

        await browser.Open(link);
        Assert.Equal(HttpStatusCode.OK, browser.Status);
        Assert.Contains("<h2>25 October 2026</h2>", browser.Page);
        Assert.Matches("How is today going\\? <strong>So-so</strong>[^§]+One plan for the week\\? <strong>A walk.</strong>", browser.Page);
        Assert.DoesNotContain("marker-of-mine", browser.Page);
        Assert.DoesNotContain("late", Content(browser));

        var id = (await pair.CheckIn()).GetProperty("id").GetGuid();
        var answers = $"{pair.Community.Path}/check-ins/{id}/answers";
        foreach (var question in (string[])["today", "plan"])
            await pair.Newcomer.Put($"{answers}/{question}/audience", new { audience = "me" }).Is(HttpStatusCode.NoContent);
        await browser.Open(link);
        Assert.Contains("Answered; nothing of it is shown to you.", browser.Page);
        Assert.DoesNotContain("A walk.", browser.Page);
        Assert.DoesNotContain("So-so", browser.Page);
    }

    [Fact]
    public async Task Silence_is_told_without_blame_and_what_came_late_is_called_late()
    {
        var pair = await IntroducedPair.Asked(_host);
        await pair.Deliver();
        var browser = Browser.Of(pair.Mentor, _host);
        Assert.Contains("<p>No answer yet.</p>", (await browser.Open(With(pair))).Page);
        await pair.LapseAfterGrace();
        Assert.Contains("<p>No answer.</p>", (await browser.Open(With(pair))).Page);
        await pair.Answer(new { question = "today", choice = "good", audience = "mentor" });
        Assert.Contains("Of the week, answered late", (await browser.Open(With(pair))).Page);
        Assert.Contains("<strong>Good</strong>", browser.Page);
    }

    [Fact]
    public async Task Each_sees_what_the_other_said_and_not_their_own()
    {
        var pair = await IntroducedPair.Asked(_host);
        await pair.Answer(new { question = "today", choice = "good", audience = "mentor" });
        Assert.Contains("There is nothing here yet.", (await Browser.Of(pair.Newcomer, _host).Open(With(pair))).Page);
        _host.Clock.MoveTo(Instant.FromUtc(2026, 11, 17, 18, 0)); // each side is asked how it goes with the other
        await pair.Dispatch();
        var page = (await Browser.Of(pair.Newcomer, _host).Open(With(pair))).Page;
        Assert.Contains("Of how it is going between you two", page);
        Assert.DoesNotContain("<strong>Good</strong>", page);
    }

    [Fact]
    public async Task Nobody_else_sees_it_and_neither_of_the_two_once_it_has_ended()
    {
        var pair = await IntroducedPair.Asked(_host);
        await pair.Answer(new { question = "today", choice = "good", audience = "coordinator" });
        var elsewhere = await SampleCommunity.In(_host);
        Person[] others = [await pair.Community.Newcomer(), await pair.Community.Mentor(), pair.Community.Coordinator, elsewhere.Coordinator];
        foreach (var other in others) await IsNotThere(other, With(pair));
        await IsNotThere(pair.Mentor, $"/notes/{elsewhere.Id}/with/{pair.Pairing}");
        await IsNotThere(elsewhere.Coordinator, $"/notes/{elsewhere.Id}/with/{pair.Pairing}");
        var offered = await pair.Community.ApprovedOffer(await pair.Community.Request(pair.Newcomer, "na"), pair.Mentor);
        await IsNotThere(pair.Mentor, $"/notes/{pair.Community.Id}/with/{offered}");

        await pair.Post(pair.Mentor, "first-talk");
        await pair.Post(pair.Newcomer, "end");
        foreach (var person in new[] { pair.Mentor, pair.Newcomer })
        {
            await IsNotThere(person, With(pair));
            Assert.DoesNotContain("chose to show you", (await Browser.Of(person, _host).Open("/notes")).Page);
        }
    }

    [EveryEngine]
    public async Task The_newest_stand_first_and_the_earlier_ones_are_a_step_away_each_once(Engine engine)
    {
        await using var running = await EngineHost.On(engine);
        var pair = await IntroducedPair.In(running.Api);
        for (var week = 1; week <= 40; week++)
        {
            running.Api.Clock.Advance(Duration.FromDays(7));
            await pair.Dispatch();
        }
        var oldestFirst = (await pair.Mentor.Items($"{pair.Path}/check-ins?limit=200")).Where(c => !c.GetProperty("yours").GetBoolean())
            .Select(c => InWords(c.GetProperty("date").GetString()!)).ToList();
        Assert.True(oldestFirst.Count > 30);

        var browser = await Browser.Of(pair.Mentor, running.Api).Open(With(pair));
        var seen = Dates(browser);
        while (Regex.Match(browser.Page, "<a href=\"(\\?before=[^\"]+)\">Earlier ones</a>") is { Success: true } earlier)
            seen.AddRange(Dates(await browser.Open(With(pair) + earlier.Groups[1].Value)));
        Assert.Equal(oldestFirst.AsEnumerable().Reverse(), seen);
    }

    [Fact]
    public async Task It_can_be_read_aloud_and_has_the_lines_to_call_and_no_telling_word_in_its_title()
    {
        var pair = await IntroducedPair.Asked(_host);
        var page = (await Browser.Of(pair.Mentor, _host).Open(With(pair))).Page;
        Assert.Contains("<title>What was shown to you</title>", page);
        Assert.Single(Regex.Matches(page, "<h1>"));
        Assert.Contains("If you need someone now", page);
        Assert.DoesNotContain("<script", page);
        Assert.DoesNotContain("<form", page);
    }

    public void Dispose() => _host.Dispose();

    private static string With(IntroducedPair pair) => $"/notes/{pair.Community.Id}/with/{pair.Pairing}";

    private static string InWords(string date) => NotesModel.InWords(LocalDatePattern.Iso.Parse(date).Value);

    private static List<string> Dates(Browser browser) => [.. Regex.Matches(browser.Page, "<h2>(\\d[^<]+)</h2>").Select(m => m.Groups[1].Value)];

    private static string Content(Browser browser) => Regex.Match(browser.Page, "<main.*</main>", RegexOptions.Singleline).Value;

    private async Task IsNotThere(Person person, string path)
    {
        var browser = await Browser.Of(person, _host).Open(path);
        Assert.Equal(HttpStatusCode.NotFound, browser.Status);
        Assert.DoesNotContain("Marker", browser.Page);
    }
}
