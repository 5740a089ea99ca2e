using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Mentorship.Api.Jobs;
using Mentorship.Api.Tests.Hosting;
using Mentorship.Api.Tests.Http;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Mentorship.Api.Tests.CheckIns;

/// <summary>A member's own say in when they are asked.</summary>
public sealed class PlansTests : IDisposable
{
    private readonly ApiHost _host = new();

    [Fact]
    public async Task A_day_off_excuses_what_waits_and_what_falls_on_it_and_the_next_times_leave_it_out()
    {
        var pair = await IntroducedPair.Asked(_host);
        await pair.Deliver();
        await pair.TakeOff("2026-10-25", "2026-11-01");
        Assert.Equal(("excused", "day-off"), (await pair.State(), await pair.ExcusedBecause()));

        _host.Clock.Advance(Duration.FromDays(7));
        await pair.Dispatch();
        Assert.All(await IntroducedPair.Items(pair.Newcomer, $"{pair.Path}/check-ins"), c => Assert.Equal("excused", c.GetProperty("state").GetString()));
        Assert.Equal(0, await pair.Deliver());

        Assert.Equal("2026-11-08T18:00:00Z", (await Plan(pair)).GetProperty("next")[0].GetProperty("dueAt").GetString());
        var off = await pair.Newcomer.Http.GetFromJsonAsync<JsonElement>($"{pair.Community.Path}/members/me/days-off");
        Assert.Equal(("2026-10-25", "2026-11-01"), Ends(Assert.Single(off.GetProperty("spans").EnumerateArray())));
    }

    [Fact]
    public async Task A_holiday_is_its_members_and_each_of_their_plans_rests_while_the_other_s_go_on()
    {
        var pair = await IntroducedPair.In(_host);
        await pair.TakeOff("2026-10-24", "2026-12-31");
        foreach (var plan in await IntroducedPair.Items(pair.Newcomer, $"{pair.Path}/plans"))
            Assert.All(plan.GetProperty("next").EnumerateArray(), n => Assert.StartsWith("2027-", n.GetProperty("yourDate").GetString()));

        for (var day = 0; day < 35; day++)
        {
            _host.Clock.Advance(Duration.FromDays(1));
            await pair.Dispatch();
            await pair.Deliver();
        }
        var asked = (await IntroducedPair.Items(pair.Newcomer, $"{pair.Path}/check-ins")).Where(c => c.GetProperty("yours").GetBoolean()).ToList();
        Assert.Equal(["monthly", "weekly"], asked.Select(c => c.GetProperty("layer").GetString()).Distinct().Order());
        Assert.All(asked, c => Assert.Equal("excused", c.GetProperty("state").GetString()));
        Assert.DoesNotContain(_host.Mail.To(pair.Newcomer.Email), m => m.Contains("/c/"));
        Assert.Contains(_host.Mail.To(pair.Mentor.Email), m => m.Contains("/c/"));
    }

    [Fact]
    public async Task A_day_off_that_is_set_while_a_dispatcher_works_is_not_overlooked()
    {
        var pair = await IntroducedPair.In(_host);
        await pair.Deliver();
        _host.Clock.MoveTo(IntroducedPair.FirstDue);
        await Task.WhenAll(pair.TakeOff("2026-10-25", "2026-10-25"), pair.Dispatch(), pair.Dispatch());
        Assert.Equal("excused", await pair.State());
        await pair.Deliver();
        Assert.DoesNotContain(_host.Mail.To(pair.Newcomer.Email), m => m.Contains("/c/"));
    }

    [Theory]
    [InlineData("""{"spans":[{"from":"2026-11-02","to":"2026-11-01"}]}""", "days-off-order")]
    [InlineData("""{"spans":[{"from":"2026-11-02","to":"2027-11-02"}]}""", "days-off-too-long")]
    [InlineData("""{"spans":[{"from":"0001-11-02","to":"0001-11-02"}]}""", "days-off-too-long")]
    public async Task Days_off_that_make_no_sense_are_refused(string body, string code)
    {
        var pair = await IntroducedPair.In(_host);
        var answer = await Send(pair.Newcomer, HttpMethod.Put, $"{pair.Community.Path}/members/me/days-off", new StringContent(body, System.Text.Encoding.UTF8, "application/json"));
        Assert.Equal([$"spans[0]: {code}"], (await answer.Problem(HttpStatusCode.BadRequest, "input-invalid")).Errors());
    }

    [Fact]
    public async Task The_next_three_times_are_shown_on_both_their_clocks()
    {
        var pair = await IntroducedPair.In(_host, mentors: new Domain.Members.Profile { Languages = ["en"], ZoneId = "Pacific/Auckland" });
        var next = (await Plan(pair)).GetProperty("next").EnumerateArray().ToList();
        Assert.Equal(["2026-10-25", "2026-11-01", "2026-11-08"], next.Select(n => n.GetProperty("yourDate").GetString()));
        Assert.Equal(["2026-10-26", "2026-11-02", "2026-11-09"], next.Select(n => n.GetProperty("theirDate").GetString()));
        Assert.All(next, n => Assert.Equal(("18:00", "07:00"), (n.GetProperty("yourTime").GetString(), n.GetProperty("theirTime").GetString())));
    }

    [Fact]
    public async Task A_taper_is_taken_shown_with_its_dates_and_declined()
    {
        var pair = await IntroducedPair.In(_host);
        await Put(pair, "taper", null);
        var begun = await Plan(pair);
        Assert.Equal(("daily", "weekdays:Mon,Wed,Fri"), (begun.GetProperty("layer").GetString(), begun.GetProperty("rhythm").GetString()));
        Assert.Equal(["2026-11-19", "2027-01-18"], begun.GetProperty("taper").EnumerateArray().Select(s => s.GetProperty("from").GetString()));

        Assert.Equal(HttpStatusCode.NoContent, (await Send(pair.Newcomer, HttpMethod.Delete, await Address(pair) + "/taper", null)).StatusCode);
        Assert.Equal(0, (await Plan(pair)).GetProperty("taper").GetArrayLength());
    }

    [Fact]
    public async Task A_member_chooses_one_more_layer_once_and_ends_it_again()
    {
        var pair = await IntroducedPair.In(_host);
        var body = new { layer = "quarterly", rhythm = "every:90:2026-11-01", at = "10:00", zoneId = "Europe/Dublin" };
        Assert.Equal(HttpStatusCode.Created, (await pair.Newcomer.Http.PostAsJsonAsync($"{pair.Path}/plans", body)).StatusCode);
        await (await pair.Newcomer.Http.PostAsJsonAsync($"{pair.Path}/plans", body)).Problem(HttpStatusCode.Conflict, "plan-exists");
        Assert.Equal(["daily", "monthly", "quarterly"], (await Layers(pair, pair.Newcomer)).Select(l => l == "weekly" ? "daily" : l).Order());

        var plan = Assert.Single(await IntroducedPair.Items(pair.Newcomer, $"{pair.Path}/plans"), p => p.GetProperty("layer").GetString() == "quarterly");
        var path = $"{pair.Community.Path}/plans/{plan.GetProperty("id").GetGuid()}";
        Assert.Equal(HttpStatusCode.NotFound, (await Send(pair.Mentor, HttpMethod.Delete, path, null)).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await Send(pair.Newcomer, HttpMethod.Delete, path, null)).StatusCode);
        Assert.DoesNotContain("quarterly", await Layers(pair, pair.Newcomer));
        await pair.Post(pair.Newcomer, "end");
        await (await pair.Mentor.Http.PostAsJsonAsync($"{pair.Path}/plans", body)).Problem(HttpStatusCode.Conflict, "pairing-not-open");
    }

    [Fact]
    public async Task A_layer_in_which_somebody_is_asked_already_is_not_chosen_again_by_a_change_or_a_taper()
    {
        var pair = await IntroducedPair.In(_host);
        var daily = new { layer = "daily", rhythm = "daily", at = "10:00", zoneId = "Europe/Dublin" };
        Assert.Equal(HttpStatusCode.Created, (await pair.Newcomer.Http.PostAsJsonAsync($"{pair.Path}/plans", daily)).StatusCode);
        var weekly = Assert.Single(await IntroducedPair.Items(pair.Newcomer, $"{pair.Path}/plans"), p => p.GetProperty("layer").GetString() == "weekly");
        var path = $"{pair.Community.Path}/plans/{weekly.GetProperty("id").GetGuid()}";

        await (await Send(pair.Newcomer, HttpMethod.Put, path, JsonContent.Create(daily))).Problem(HttpStatusCode.Conflict, "plan-exists");
        await (await Send(pair.Newcomer, HttpMethod.Put, $"{path}/taper", null)).Problem(HttpStatusCode.Conflict, "plan-exists");

        Assert.Equal(["daily", "monthly", "weekly"], (await Layers(pair, pair.Newcomer)).Order());
    }

    [Fact]
    public async Task Of_several_who_choose_the_same_layer_at_once_one_gets_it()
    {
        var pair = await IntroducedPair.In(_host);
        var body = new { layer = "quarterly", rhythm = "every:90:2026-11-01", at = "10:00", zoneId = "Europe/Dublin" };

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => pair.Newcomer.Http.PostAsJsonAsync($"{pair.Path}/plans", body)));

        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.Created);
        Assert.Single(await Layers(pair, pair.Newcomer), "quarterly");
    }

    [Fact]
    public async Task After_a_clock_that_was_a_year_ahead_a_plan_comes_back_by_itself()
    {
        var pair = await IntroducedPair.In(_host);
        var now = _host.Clock.Now;
        _host.Clock.MoveTo(now + Duration.FromDays(365));
        await pair.Dispatch();
        await pair.Deliver();
        _host.Clock.MoveTo(now + Duration.FromHours(1));
        await Job("restore-plans");
        await Job("restore-plans");

        Assert.Equal("2026-10-25T18:00:00Z", (await Plan(pair)).GetProperty("nextDueAt").GetString());
        _host.Clock.MoveTo(IntroducedPair.FirstDue);
        await pair.Dispatch();
        await pair.Deliver();
        Assert.Contains("How are you?", await _host.CreateClient().GetStringAsync(_host.Mail.LinkTo(pair.Newcomer.Email)));
        await Job("restore-plans");
        Assert.Equal(["monthly", "weekly"], (await Layers(pair, pair.Newcomer)).Order());
    }

    public void Dispose() => _host.Dispose();

    private Task Job(string name) => Timetable.Standard.Get(name).Run(_host.Services.GetRequiredService<IServiceScopeFactory>(), default);

    private static (string?, string?) Ends(JsonElement span) => (span.GetProperty("from").GetString(), span.GetProperty("to").GetString());

    private static async Task<IEnumerable<string?>> Layers(IntroducedPair pair, Person person) =>
        (await IntroducedPair.Items(person, $"{pair.Path}/plans")).Select(p => p.GetProperty("layer").GetString());

    private static async Task<JsonElement> Plan(IntroducedPair pair) =>
        Assert.Single(await IntroducedPair.Items(pair.Newcomer, $"{pair.Path}/plans"), p => p.GetProperty("layer").GetString() is "weekly" or "daily");

    private static async Task<string> Address(IntroducedPair pair) => $"{pair.Community.Path}/plans/{(await Plan(pair)).GetProperty("id").GetGuid()}";

    private static async Task Put(IntroducedPair pair, string what, object? body)
    {
        var answer = await Send(pair.Newcomer, HttpMethod.Put, $"{await Address(pair)}/{what}", body is null ? null : JsonContent.Create(body));
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
    }

    private static Task<HttpResponseMessage> Send(Person person, HttpMethod method, string path, HttpContent? content) =>
        person.Http.SendAsync(new HttpRequestMessage(method, path) { Content = content, Headers = { { "If-Match", "*" } } });
}
