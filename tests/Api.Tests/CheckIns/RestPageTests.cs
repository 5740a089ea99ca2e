using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Mentorship.Api.Tests.Accounts;
using Mentorship.Api.Tests.Hosting;
using Mentorship.Api.Tests.Members;
using Mentorship.Domain.Members;
using Mentorship.Domain.Notices;
using Mentorship.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Mentorship.Api.Tests.CheckIns;

/// <summary>The page with a member's days off and quiet hours, as somebody with a browser and no scripts uses it.</summary>
public sealed class RestPageTests(SharedHost host) : IClassFixture<SharedHost>
{
    private const string Rest = "/rest", Add = "/rest?handler=Add", TakeAway = "/rest?handler=TakeAway", Quiet = "/rest?handler=Quiet";

    [Fact]
    public async Task It_needs_a_log_in_and_says_what_is_set_now()
    {
        var (community, person, browser) = await Somebody();
        var stranger = await new Browser(host.CreateClient(new() { AllowAutoRedirect = false })).Open(Rest);
        Assert.Equal(HttpStatusCode.Redirect, stranger.Status);
        Assert.StartsWith("/sign-in", stranger.Location!.PathAndQuery);

        Assert.Contains("You have no days off now", (await browser.Open(Rest)).Page);
        Assert.Contains("From 21:00 to 08:00 on your own clock (Europe/Dublin)", browser.Page);
        var spans = new[] { new { from = "2026-12-24", to = "2027-01-02" } };
        await person.Put($"{community.Path}/members/me/days-off", new { spans }, null).Is(HttpStatusCode.NoContent);
        Assert.Contains("24 December 2026 to 2 January 2027", (await browser.Open(Rest)).Page);
        Assert.DoesNotContain("no days off now", browser.Page);
    }

    [Fact]
    public async Task Days_off_are_added_beside_those_that_are_kept_and_taken_away_one_by_one()
    {
        var (community, person, browser) = await Somebody();
        await browser.Open(Rest);
        Assert.Contains("That is kept", (await Sent(browser, Add, ("from", "2026-12-24"), ("to", "2027-01-02"))).Page);
        await Sent(browser, Add, ("from", "2026-11-01"), ("to", ""));
        await Sent(browser, Add, ("from", "2026-11-01"), ("to", "2026-11-01")); // twice is once
        Assert.Equal(["2026-11-01/2026-11-01", "2026-12-24/2027-01-02"], await Spans(community, person));
        Assert.Contains("<span>1 November 2026</span>", browser.Page);

        await Sent(browser, TakeAway, ("from", "2026-12-24"), ("to", "2027-01-02"));
        Assert.Equal(["2026-11-01/2026-11-01"], await Spans(community, person));
        await Sent(browser, TakeAway, ("from", "2026-11-01"), ("to", "2026-11-01"));
        await Sent(browser, TakeAway, ("from", "2026-11-01"), ("to", "2026-11-01")); // from a page that was open since before
        Assert.Contains("You have no days off now", browser.Page);
    }

    [Fact]
    public async Task Quiet_hours_are_changed_taken_away_and_set_again()
    {
        var (community, person, browser) = await Somebody();
        await browser.Open(Rest);
        Assert.Contains("From 22:30 to 07:00", (await Sent(browser, Quiet, ("from", "22:30"), ("to", "07:00"))).Page);
        Assert.Equal("22:30-07:00", await Hours(community, person));
        Assert.Contains("You have no quiet hours now", (await Sent(browser, "/rest?handler=NoQuiet")).Page);
        Assert.Contains("name=\"from\" type=\"time\" value=\"21:00\"", browser.Page); // what is usual is one press away
        await Sent(browser, Quiet, ("from", "21:00"), ("to", "08:00"));
        Assert.Equal("21:00-08:00", await Hours(community, person));
    }

    [Theory]
    [InlineData(Add, "2026-11-02", "2026-11-01", "days-to", "The last day off is not before the first")]
    [InlineData(Add, "2026-11-02", "2027-11-02", "days-to", "At most a year at once")]
    [InlineData(Add, "soon", "2026-11-01", "days-from", "Use a date such as 2026-12-24")]
    [InlineData(Add, "2026-11-02", "0x", "days-to", "Use a date such as 2026-12-24")]
    [InlineData(Add, "2026-01-02", "2026-01-03", "days-to", "These days are over already")]
    [InlineData(Quiet, "9 am", "08:00", "quiet-from", "Use hours and minutes, such as 21:00")]
    [InlineData(Quiet, "21:00", "25:00", "quiet-to", "Use hours and minutes, such as 08:00")]
    [InlineData(Quiet, "10:00", "10:00", "quiet-to", "Choose another time than the first")]
    public async Task What_is_wrong_stands_beside_its_field_with_what_was_typed_and_changes_nothing(
        string form, string from, string to, string field, string sentence)
    {
        var (community, person, browser) = await Somebody();
        await browser.Open(Rest);
        await browser.Send(form, ("community", community.Id.ToString()), ("from", from), ("to", to));

        Assert.Equal(HttpStatusCode.BadRequest, browser.Status);
        Assert.Matches($"<p class=\"wrong\" id=\"{field}-0-wrong\" role=\"alert\">{Regex.Escape(sentence)}", browser.Page);
        Assert.Single(Regex.Matches(browser.Page, "role=\"alert\""));
        Assert.Matches($"<input id=\"{field}-0\"[^>]*aria-invalid=\"true\"[^>]*aria-describedby=\"[^\"]*{field}-0-wrong\"", browser.Page);
        Assert.Contains($"value=\"{from}\"", browser.Page);
        Assert.Contains($"value=\"{to}\"", browser.Page);
        Assert.Empty(await Spans(community, person));
        Assert.Equal("21:00-08:00", await Hours(community, person));
    }

    [Fact]
    public async Task Nothing_is_changed_by_opening_an_address_and_a_form_of_another_site_is_refused()
    {
        var (community, person, browser) = await Somebody();
        foreach (var path in (string[])[Add, TakeAway, Quiet, "/rest?handler=NoQuiet"])
        {
            Assert.Equal(HttpStatusCode.OK, (await browser.Open($"{path}&community={community.Id}&from=2026-11-01&to=2026-11-01")).Status);
            await browser.Open("/help"); // a page without a form: there is no hidden token to send along
            await browser.Send(path, ("community", community.Id.ToString()), ("from", "2026-11-01"), ("to", "2026-11-01"));
            Assert.Equal(HttpStatusCode.BadRequest, browser.Status);
        }
        Assert.Empty(await Spans(community, person));
        Assert.Equal("21:00-08:00", await Hours(community, person));
    }

    [Fact]
    public async Task In_several_communities_each_has_its_own_and_one_of_somebody_else_is_not_there()
    {
        var (first, person, browser) = await Somebody();
        var (other, stranger, _) = await Somebody();
        var second = await SampleCommunity.In(host);
        await host.Inside(second.Id, async services =>
        {
            var member = new Member(second.Id, "Another name.", Roles.Newcomer, new Profile(), host.Clock.Now);
            member.Link(person.Account);
            var db = services.GetRequiredService<MentorshipDb>();
            db.Add(member);
            return await db.SaveChangesAsync();
        });
        await browser.Open(Rest);
        Assert.Equal(2, Regex.Count(browser.Page, "Days off, Riverside</h2>"));

        await Sent(browser, Add, second, ("from", "2026-11-01"), ("to", "2026-11-03"));
        await browser.Send(Add, ("community", other.Id.ToString()), ("from", "2026-11-01"), ("to", "2026-11-03"));

        Assert.Equal(HttpStatusCode.NotFound, browser.Status);
        Assert.Equal((0, 0), ((await Spans(first, person)).Count, (await Spans(other, stranger)).Count));
        Assert.Equal(1, await host.Inside(second.Id, services =>
            services.GetRequiredService<MentorshipDb>().Members.CountAsync(m => m.DaysOff != Domain.Time.DaysOff.None)));
    }

    [Fact]
    public async Task It_can_be_read_aloud_and_used_by_keys_has_the_lines_to_call_and_no_telling_word()
    {
        var (_, _, browser) = await Somebody();
        await browser.Open(Rest);
        await Sent(browser, Add, ("from", "2026-12-24"), ("to", "2026-12-24"));
        var page = browser.Page;

        Assert.Contains("<html lang=\"en\">", page);
        Assert.Contains("<title>Days off and quiet hours</title>", page);
        Assert.Single(Regex.Matches(page, "<h1>"));
        Assert.Contains("If you need someone now", page);
        Assert.DoesNotContain("<script", page);
        Assert.DoesNotContain("tabindex", page);
        Assert.Contains("<p role=\"status\">", page);
        var inputs = Regex.Matches(page, "<input (?![^>]*hidden)[^>]*>").Select(m => Regex.Match(m.Value, "id=\"([^\"]+)\"").Groups[1].Value).ToList();
        Assert.Equal(4, inputs.Count);
        Assert.All(inputs, id => Assert.Contains($"<label for=\"{id}\">", page));
        var ids = Regex.Matches(page, " id=\"([^\"]+)\"").Select(m => m.Groups[1].Value).ToList();
        Assert.Equal(ids.Distinct(), ids);
        var named = Regex.Matches(page, "aria-(?:describedby|labelledby)=\"([^\"]+)\"").SelectMany(m => m.Groups[1].Value.Split(' '));
        Assert.All(named, id => Assert.Contains(id, ids));
        Assert.All(Regex.Matches(page, "<form [^>]*>").Select(m => m.Value), form => Assert.Contains("method=\"post\"", form));
        Assert.Contains("aria-label=\"Take away 24 December 2026\"", page); // a button alone says what it takes away
        var content = Regex.Match(page, "<main.*</main>", RegexOptions.Singleline).Value;
        Assert.Empty(TellingWords.FindIn(Regex.Replace(content, "<[^>]+>", " ")));
    }

    [Theory]
    [InlineData("PUT"), InlineData("DELETE")]
    public async Task Another_method_is_405_and_a_form_that_cannot_be_read_400(string method)
    {
        var (_, person, _) = await Somebody();
        using var other = new HttpRequestMessage(new HttpMethod(method), Rest) { Headers = { { "Accept", "text/html" } } };
        var answer = await person.Http.SendAsync(other);
        Assert.Equal((HttpStatusCode.MethodNotAllowed, "GET HEAD POST"), (answer.StatusCode, string.Join(' ', answer.Content.Headers.Allow.Order())));
        using var broken = new HttpRequestMessage(HttpMethod.Post, Add) { Headers = { { "Accept", "text/html" } } };
        broken.Content = new StringContent("from=%00", null, "application/x-www-form-urlencoded");
        Assert.Equal(HttpStatusCode.BadRequest, (await person.Http.SendAsync(broken)).StatusCode);
    }

    [Fact]
    public async Task It_is_linked_from_where_somebody_would_look()
    {
        var (community, person, browser) = await Somebody();
        var stop = host.Services.GetRequiredService<Api.Features.Notices.PublicLinks>().ToStop(community.Id, person.Id).AbsolutePath;
        foreach (var path in (string[])["/", "/sign-in", stop]) Assert.Contains("<a href=\"/rest\">", (await browser.Open(path)).Page);
    }

    private async Task<(SampleCommunity Community, Person Person, Browser Browser)> Somebody()
    {
        var community = await SampleCommunity.In(host);
        var person = await community.Newcomer();
        var http = host.CreateClient(new() { AllowAutoRedirect = false, BaseAddress = new("https://localhost") });
        http.DefaultRequestHeaders.Add(SignedInByHeader.Header, person.Account.ToString());
        return (community, person, new Browser(http));
    }

    private static Task<Browser> Sent(Browser browser, string form, params (string, string)[] typed) => Sent(browser, form, null, typed);

    /// <summary>Sends a form of the page that is open, for one community or the only one, and follows where it leads.</summary>
    private static async Task<Browser> Sent(Browser browser, string form, SampleCommunity? community, params (string, string)[] typed)
    {
        var id = community?.Id.ToString() ?? Regex.Match(browser.Page, "name=\"community\" value=\"([^\"]+)\"").Groups[1].Value;
        await browser.Send(form, [("community", id), .. typed]);
        Assert.Equal((HttpStatusCode.Redirect, "/rest?kept=yes"), (browser.Status, browser.Location?.ToString()));
        return await browser.Open(browser.Location!.ToString());
    }

    private static async Task<IReadOnlyList<string>> Spans(SampleCommunity community, Person person) =>
        [.. (await person.Read($"{community.Path}/members/me/days-off")).GetProperty("spans").EnumerateArray()
            .Select(s => $"{s.GetProperty("from").GetString()}/{s.GetProperty("to").GetString()}")];

    private static async Task<string> Hours(SampleCommunity community, Person person)
    {
        var hours = await person.Read($"{community.Path}/members/me/quiet-hours");
        return $"{hours.GetProperty("from").GetString()}-{hours.GetProperty("to").GetString()}";
    }
}
