using System.Net;
using System.Text.Json;
using Mentorship.Api.Tests.Accounts;
using Mentorship.Api.Tests.CheckIns;
using Mentorship.Api.Tests.Hosting;
using Mentorship.Api.Tests.Members;

namespace Mentorship.Api.Tests.Progress;

public sealed class PersonalPlanTests(SharedHost host) : IClassFixture<SharedHost>
{
    [Fact]
    public async Task A_plan_is_kept_in_its_order_and_for_its_member_alone()
    {
        var pair = await IntroducedPair.In(host);
        var lines = await Write(pair, Line("triggers", "Friday nights."), Line("what-helps", " A walk by the river. "));

        Assert.Equal(["Friday nights.", "A walk by the river."], lines.Select(Text));
        Assert.All(lines, l => Assert.Equal("me", l.GetProperty("audience").GetString()));
        Assert.Empty((await pair.Mentor.Read(SharedIn(pair))).GetProperty("plan").EnumerateArray());
        Assert.Empty(await ForCoordinator(pair));
        Assert.Empty((await pair.Mentor.Read($"{pair.Community.Path}/progress/plan")).GetProperty("lines").EnumerateArray());
    }

    [Fact]
    public async Task One_line_is_shown_and_narrowing_hides_it_at_once()
    {
        var pair = await IntroducedPair.In(host);
        var lines = await Write(pair, Line("triggers", "Friday nights."), Line("what-helps", "A walk."));

        await Show(pair, lines[1], "mentor");
        Assert.Equal(["A walk."], await SeenByMentor(pair));
        Assert.Empty(await ForCoordinator(pair));

        await Show(pair, lines[1], "coordinator");
        Assert.Equal(["A walk."], await SeenByMentor(pair));
        Assert.Equal(["A walk."], await ForCoordinator(pair));

        await Show(pair, lines[1], "me");
        Assert.Empty(await SeenByMentor(pair));
        Assert.Empty(await ForCoordinator(pair));
    }

    [Fact]
    public async Task An_edit_names_the_version_that_it_was_made_from_and_so_does_the_first_one()
    {
        var pair = await IntroducedPair.In(host);
        var path = $"{pair.Community.Path}/progress/plan";
        var none = await pair.Newcomer.ETagOf(path);
        await pair.Newcomer.Put(path, new { lines = new[] { Line("triggers", "First.") } }, none).Is(HttpStatusCode.NoContent);
        await pair.Newcomer.Put(path, new { lines = new[] { Line("triggers", "Also first.") } }, none).Is(HttpStatusCode.PreconditionFailed, "version-stale");
        var first = await pair.Newcomer.ETagOf(path);
        await pair.Newcomer.Put(path, new { lines = new[] { Line("triggers", "Second.") } }, first).Is(HttpStatusCode.NoContent);
        await pair.Newcomer.Put(path, new { lines = Array.Empty<object>() }, first).Is(HttpStatusCode.PreconditionFailed, "version-stale");
        await pair.Newcomer.Put(path, new { lines = Array.Empty<object>() }, ifMatch: null).Is((HttpStatusCode)428);
    }

    [Fact]
    public async Task A_plan_is_short_enough_to_be_read_on_a_hard_day()
    {
        var pair = await IntroducedPair.In(host);
        var id = Guid.NewGuid();
        Assert.Equal(["lines lines-too-many"], await Refused(pair, Enumerable.Repeat(Line("triggers", "One."), 51)));
        Assert.Equal(["lines[0].text too-long"], await Refused(pair, [Line("triggers", new string('a', 501))]));
        Assert.Equal(["lines[0].text line-empty"], await Refused(pair, [Line("triggers", " ")]));
        Assert.Equal(["lines[0].text line-unsound"], await Refused(pair, [Line("triggers", "one\ntwo")]));
        Assert.Equal(["lines lines-doubled"], await Refused(pair, [new { id, section = "triggers", text = "One." }, new { id, section = "triggers", text = "Two." }]));
        await pair.Newcomer.Put($"{pair.Community.Path}/progress/plan", new { lines = new[] { new { id, section = "triggers", text = "One." } } }).Is(HttpStatusCode.NotFound);
        Assert.Equal(50, (await Write(pair, [.. Enumerable.Repeat(Line("triggers", new string('a', 500)), 50)])).Count);
    }

    [Fact]
    public async Task It_is_there_on_a_hard_day()
    {
        var pair = await IntroducedPair.In(host);
        await Write(pair, Line("whom-to-call", "My sister."));
        Assert.Contains("My sister.", (await pair.Newcomer.Read($"{pair.Community.Path}/progress/support")).GetProperty("plan").GetRawText());
    }

    [Fact]
    public async Task Its_page_needs_a_log_in_and_shows_the_plan_to_its_member_with_the_lines_to_call()
    {
        var pair = await IntroducedPair.In(host);
        await Write(pair, Line("whom-to-call", "My sister."));

        var stranger = await new Browser(host.CreateClient(new() { AllowAutoRedirect = false })).Open("/plan");
        Assert.Equal(HttpStatusCode.Redirect, stranger.Status);
        Assert.StartsWith("/sign-in", stranger.Location!.PathAndQuery);

        var page = (await new Browser(pair.Newcomer.Http).Open("/plan")).Page;
        Assert.Contains("My sister.", page);
        Assert.Contains("Whom I call first", page);
        Assert.Contains("Samaritans", page);
        Assert.DoesNotContain("My sister.", (await new Browser(pair.Mentor.Http).Open("/plan")).Page);
    }

    [Fact]
    public async Task On_its_page_a_number_can_be_tapped_and_so_can_the_one_that_a_contact_shares()
    {
        var pair = await IntroducedPair.In(host);
        await Write(pair, Line("whom-to-call", "My sister, 07700 900123."), Line("triggers", "Calls from 07700 900999"));

        var page = (await new Browser(pair.Newcomer.Http).Open("/plan")).Page;

        Assert.Contains("<a href=\"tel:07700900123\">07700 900123</a>", page);
        Assert.DoesNotContain("tel:07700900999", page);
        Assert.Contains("You may also call", page);
        var shared = (await pair.Newcomer.Read(pair.Path)).GetProperty("otherContact").GetProperty("phone").GetString();
        Assert.Equal(shared is not null, page.Contains($"<a href=\"tel:{shared}\">{shared}</a>", StringComparison.Ordinal));
    }

    private static object Line(string section, string text) => new { section, text };

    private static string SharedIn(IntroducedPair pair) => $"{pair.Path}/progress";

    private static string? Text(JsonElement line) => line.GetProperty("text").GetString();

    private static async Task<IReadOnlyList<JsonElement>> Write(IntroducedPair pair, params object[] lines)
    {
        await pair.Newcomer.Put($"{pair.Community.Path}/progress/plan", new { lines }).Is(HttpStatusCode.NoContent);
        return [.. (await pair.Newcomer.Read($"{pair.Community.Path}/progress/plan")).GetProperty("lines").EnumerateArray()];
    }

    private static Task<IReadOnlyList<string>> Refused(IntroducedPair pair, IEnumerable<object> lines) =>
        pair.Newcomer.Put($"{pair.Community.Path}/progress/plan", new { lines }).Errors();

    private static Task Show(IntroducedPair pair, JsonElement line, string audience) => pair.Newcomer
        .Put($"{pair.Community.Path}/progress/plan/lines/{line.GetProperty("id").GetGuid()}/audience", new { audience }, ifMatch: null)
        .Is(HttpStatusCode.NoContent);

    private static async Task<IEnumerable<string?>> SeenByMentor(IntroducedPair pair) =>
        (await pair.Mentor.Read(SharedIn(pair))).GetProperty("plan").EnumerateArray().Select(Text);

    private static async Task<IEnumerable<string?>> ForCoordinator(IntroducedPair pair) =>
        (await pair.Community.Coordinator.Read($"{pair.Community.Path}/members/{pair.Newcomer.Id}/plan-lines")).GetProperty("lines").EnumerateArray().Select(Text);
}
