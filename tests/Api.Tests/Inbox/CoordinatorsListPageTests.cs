using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Mentorship.Api.Features.Safety;
using Mentorship.Api.Pages.Inbox;
using Mentorship.Api.Tests.Accounts;
using Mentorship.Api.Tests.CheckIns;
using Mentorship.Api.Tests.Hosting;
using Mentorship.Api.Tests.Members;
using Mentorship.Domain.Members;
using Mentorship.Domain.Safety;
using Mentorship.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Mentorship.Api.Tests.Inbox;

/// <summary>The coordinators' list, as a coordinator with a browser and no scripts uses it.</summary>
public sealed class CoordinatorsListPageTests : IDisposable
{
    private readonly ApiHost _host = new();

    [Fact]
    public async Task Who_needs_a_person_stands_there_since_when_and_without_a_word_until_somebody_has_looked_after_it()
    {
        var pair = await Called();
        var browser = await Browser.Of(pair.Community.Coordinator, _host).Open(ListOf(pair));
        Assert.Matches("<strong>MarkerNewcomer \\d+. hopes to hear from someone.</strong>\\s+A note to their contact is on its way.", browser.Page);
        Assert.Contains("since 25 October 2026, 18:00", browser.Page);
        Assert.DoesNotContain("marker-words", browser.Page);
        Assert.DoesNotContain("people.example", browser.Page);
        await pair.Deliver();
        Assert.Contains("A note has left to their contact", (await browser.Open(ListOf(pair))).Page);

        var form = Shown(browser);
        await browser.Open($"{ListOf(pair)}?handler=Close&concern={form[0].Text}&version={form[1].Text}");
        Assert.Single(await Waiting(pair));
        await browser.Open(ListOf(pair));
        await browser.Send(Close(pair), form);
        Assert.Equal(HttpStatusCode.Redirect, browser.Status);
        await browser.Open(browser.Location!.ToString());
        Assert.Contains("Thank you. It is kept that you looked after it.", browser.Page);
        Assert.Contains("Nothing waits for a person.", browser.Page);
        Assert.Empty(await Waiting(pair));
        Assert.DoesNotContain("Thank you", (await browser.Open(ListOf(pair))).Page);

        await browser.Open(ListOf(pair) + Onward(browser, "What was looked after"));
        Assert.Contains("hopes to hear from someone.", browser.Page);
        Assert.Contains("since 25 October 2026, 18:00, until 25 October 2026, 18:00", browser.Page);
        Assert.DoesNotContain("<form", browser.Page);
    }

    [Fact]
    public async Task Whoever_comes_second_is_told_kindly_that_somebody_was_faster_and_sees_the_list_anew()
    {
        var pair = await Called();
        var coordinator = Browser.Of(pair.Community.Coordinator, _host);
        var form = Shown(await coordinator.Open(ListOf(pair)));
        await coordinator.Send(Close(pair), form[0], ("version", "7"));
        Assert.Equal(HttpStatusCode.PreconditionFailed, coordinator.Status);
        Assert.Contains("Somebody else changed this meanwhile", coordinator.Page);
        Assert.Contains("hopes to hear from someone.", coordinator.Page);
        Assert.Single(await Waiting(pair));

        await coordinator.Send(Close(pair), Shown(coordinator));
        Assert.Equal(HttpStatusCode.Redirect, coordinator.Status);
        await coordinator.Open(ListOf(pair));
        await coordinator.Open("/rest"); // for the token in its forms
        foreach (var version in new[] { form[1], ("version", "1") }) // as it was shown, and as it is closed now
        {
            await coordinator.Send(Close(pair), form[0], version);
            Assert.Contains("Somebody else changed this meanwhile", coordinator.Page);
            Assert.Contains("Nothing waits for a person.", coordinator.Page);
            await coordinator.Open("/rest");
        }
        var closings = await _host.Inside(pair.Community.Id, services =>
            services.GetRequiredService<MentorshipDb>().Audit.Where(a => a.Code == "concern-closed").ToListAsync());
        Assert.Equal(pair.Community.Coordinator.Id, Assert.Single(closings).Actor);
    }

    [Fact]
    public async Task A_form_without_a_version_or_of_another_site_or_that_names_no_step_closes_nothing()
    {
        var pair = await Called();
        var coordinator = Browser.Of(pair.Community.Coordinator, _host);
        var form = Shown(await coordinator.Open(ListOf(pair)));
        await coordinator.Send(Close(pair), form[0]);
        Assert.Equal(HttpStatusCode.BadRequest, coordinator.Status);
        await coordinator.Open(ListOf(pair));
        await coordinator.Send(ListOf(pair), form);
        Assert.Equal(HttpStatusCode.NotFound, coordinator.Status);
        var elsewhere = Browser.Of(pair.Community.Coordinator, _host);
        await elsewhere.Send(Close(pair), form);
        Assert.Equal(HttpStatusCode.BadRequest, elsewhere.Status);
        Assert.Single(await Waiting(pair));
    }

    [Fact]
    public async Task Who_does_not_coordinate_there_neither_sees_nor_closes_anything()
    {
        var pair = await Called();
        var form = Shown(await Browser.Of(pair.Community.Coordinator, _host).Open(ListOf(pair)));
        var elsewhere = await SampleCommunity.In(_host);
        foreach (var other in new[] { pair.Newcomer, pair.Mentor, elsewhere.Coordinator })
        {
            var browser = await Browser.Of(other, _host).Open(ListOf(pair));
            Assert.Equal(HttpStatusCode.NotFound, browser.Status);
            Assert.DoesNotContain("Marker", browser.Page);
            await browser.Open("/rest"); // for the token in its forms
            await browser.Send(Close(pair), form);
            Assert.Equal(HttpStatusCode.NotFound, browser.Status);
        }
        var theirs = await Browser.Of(elsewhere.Coordinator, _host).Open("/rest");
        await theirs.Send($"/notes/{elsewhere.Id}/list?handler=Close", form);
        Assert.Equal(HttpStatusCode.NotFound, theirs.Status);
        Assert.Single(await Waiting(pair));
    }

    [Fact]
    public async Task What_is_about_somebody_who_is_kept_apart_is_neither_listed_nor_counted_nor_closed()
    {
        var pair = await Called();
        var form = Shown(await Browser.Of(pair.Community.Coordinator, _host).Open(ListOf(pair)));
        await _host.Inside(pair.Community.Id, async services =>
        {
            var db = services.GetRequiredService<MentorshipDb>();
            db.Add(new Block(pair.Community.Id, pair.Newcomer.Id, pair.Community.Coordinator.Id, BlockReason.Block, _host.Clock.Now));
            return await db.SaveChangesAsync();
        });
        var browser = await Browser.Of(pair.Community.Coordinator, _host).Open("/notes");
        Assert.Matches(">The coordinators' list</a> <span class=\"hint\">nothing waits for a person", browser.Page);
        Assert.Contains("Nothing waits for a person.", (await browser.Open(ListOf(pair))).Page);
        await browser.Open("/rest");
        await browser.Send(Close(pair), form);
        Assert.Equal(HttpStatusCode.NotFound, browser.Status);
    }

    [Fact]
    public async Task Who_coordinates_is_led_there_from_their_notes_with_how_many_wait_and_nobody_else_is()
    {
        var pair = await Called();
        var browser = await Browser.Of(pair.Community.Coordinator, _host).Open("/notes");
        Assert.Contains($"<a href=\"{ListOf(pair)}\">The coordinators' list</a> <span class=\"hint\">1 for a person", browser.Page);
        Assert.Matches($"Something on the coordinators' list needs a person.\\s+<a href=\"{ListOf(pair)}\">See the list</a>", browser.Page);
        foreach (var other in new[] { pair.Newcomer, pair.Mentor })
            Assert.DoesNotContain("/list", (await Browser.Of(other, _host).Open("/notes")).Page);

        await _host.Inside(pair.Community.Id, services => services.GetRequiredService<MentorshipDb>().Members
            .Where(m => m.Id == pair.Community.Coordinator.Id).ExecuteUpdateAsync(m => m.SetProperty(x => x.Roles, Roles.Mentor)));
        Assert.DoesNotContain("/list", (await browser.Open("/notes")).Page);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Open(ListOf(pair))).Status);
    }

    [Fact]
    public async Task The_longest_waiting_stand_first_and_after_the_open_ones_a_link_leads_to_the_others()
    {
        var pair = await IntroducedPair.In(_host);
        var raised = await Raise(pair, 35);
        await pair.Community.Coordinator.Post($"{pair.Community.Path}/concerns/{raised[3]}/close", null, "*").Is(HttpStatusCode.NoContent);
        var browser = await Browser.Of(pair.Community.Coordinator, _host).Open(ListOf(pair));
        Assert.Equal([.. raised[..3], .. raised[4..31]], Ids(browser));
        Assert.Contains("you may be the first to know", browser.Page);
        await browser.Open(ListOf(pair) + Onward(browser, "Later ones"));
        Assert.Equal(raised[31..], Ids(browser));
        await browser.Open(ListOf(pair) + Onward(browser, "What was looked after"));
        Assert.Contains("<h1>What was looked after</h1>", browser.Page);
        Assert.Single(Regex.Matches(browser.Page, "hopes to hear from someone."));
        Assert.DoesNotContain("?after=", browser.Page);
        Assert.Contains($"<a href=\"{ListOf(pair)}\">Back to what waits</a>", browser.Page);
    }

    [Fact]
    public void Each_kind_has_a_sentence_of_its_own()
    {
        var kinds = Enum.GetValues<ConcernKind>().Select(kind => new ReviewedConcern(
            Guid.Empty, 0, kind, Guid.Empty, "Alex B.", ContactTold.Nobody, true, null, Instant.MinValue, null)).ToList();
        Assert.Equal(kinds.Count, kinds.Select(ConcernWords.Of).Distinct().Count());
        Assert.Equal(kinds.Count, kinds.Select(ConcernWords.Asks).Distinct().Count());
    }

    [Fact]
    public async Task It_can_be_read_aloud_and_has_the_lines_to_call_and_no_telling_word_in_its_title()
    {
        var pair = await Called();
        var page = (await Browser.Of(pair.Community.Coordinator, _host).Open(ListOf(pair))).Page;
        Assert.Contains("<title>What waits for a person</title>", page);
        Assert.Single(Regex.Matches(page, "<h1>"));
        Assert.Contains("If you need someone now", page);
        Assert.DoesNotContain("<script", page);
        Assert.All(Regex.Matches(page, "<form [^>]*>").Select(m => m.Value), form => Assert.Contains("method=\"post\"", form));
        Assert.Matches("<button type=\"submit\" aria-label=\"It is looked after: MarkerNewcomer", page);
    }

    public void Dispose() => _host.Dispose();

    /// <summary>A pair of whom the newcomer has asked to be called.</summary>
    private async Task<IntroducedPair> Called()
    {
        var pair = await IntroducedPair.Asked(_host);
        await pair.Answer(
            new { question = "week", text = "marker-words", audience = "coordinator" }, new { question = "contact", choice = "call-me" });
        return pair;
    }

    private static string ListOf(IntroducedPair pair) => $"/notes/{pair.Community.Id}/list";

    private static string Close(IntroducedPair pair) => $"{ListOf(pair)}?handler=Close";

    private static async Task<IReadOnlyList<JsonElement>> Waiting(IntroducedPair pair) =>
        [.. (await pair.Community.Coordinator.Items($"{pair.Community.Path}/concerns")).Where(c => c.GetProperty("closedAt").GetString() is null)];

    private static string[] Ids(Browser browser) =>
        [.. Regex.Matches(browser.Page, "name=\"concern\" value=\"([^\"]+)\"").Select(m => m.Groups[1].Value)];

    private static string Onward(Browser browser, string words) =>
        Regex.Match(browser.Page, $"<a href=\"(\\?after=[^\"]+)\">{words}</a>").Groups[1].Value;

    /// <summary>What the one form of the page holds.</summary>
    private static (string Field, string Text)[] Shown(Browser browser) =>
        [("concern", Assert.Single(Ids(browser))), ("version", Regex.Match(browser.Page, "name=\"version\" value=\"(\\d+)\"").Groups[1].Value)];

    private Task<string[]> Raise(IntroducedPair pair, int count) => _host.Inside(pair.Community.Id, async services =>
    {
        var db = services.GetRequiredService<MentorshipDb>();
        var (about, now) = (pair.Newcomer.Id, _host.Clock.Now);
        var concerns = Enumerable.Range(0, count).Select(n => new Concern(
            pair.Community.Id, ConcernKind.HelpAskedFor, about, Guid.CreateVersion7(), [], now + Duration.FromMinutes(n))).ToArray();
        db.AddRange(concerns);
        await db.SaveChangesAsync();
        return concerns.Select(c => c.Id.ToString()).ToArray();
    });
}
