using System.Net.Http.Json;
using System.Text.Json;
using Mentorship.Api.Jobs;
using Mentorship.Api.Tests.Accounts;
using Mentorship.Api.Tests.Hosting;
using Mentorship.Api.Tests.Imports;
using Mentorship.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Mentorship.Api.Tests.Privacy;

/// <summary>
/// What the service is for, over HTTP from the spreadsheets to the second check-in, with a mark in every field that is about a person.
/// </summary>
internal sealed class MainJob(AccountHost host, SentByJobs jobs)
{
    /// <summary>Words, numbers, dates, places and a zone that stand nowhere but in what people gave.</summary>
    public static readonly string[] Marks =
        ["zmarker", "markercoordinator", "marker-coordinator", "555044770", "2013-07-19", "2026-09-13", "51.6612", "51.6731", "St_Johns"];

    /// <summary>What is sealed in the database too.</summary>
    public static readonly string[] SealedMarks = ["zmarkermentor@", "zmarkernewcomer@", "zmarkeranswer", "zmarkerwords", "+1555044770"];

    private const string Mentor = "zmarkermentor@zmarker.example", Newcomer = "zmarkernewcomer@zmarker.example";
    private const string Password = "zmarkerwords of Vilnius by night";

    private SampleCommunity _community = null!;
    private string _pairing = "";

    /// <summary>Every address that the service gave: where something was made, and where a browser was sent.</summary>
    public List<string> Addresses { get; } = [];

    public async Task Drive()
    {
        _community = await SampleCommunity.In(host);
        await Import();
        var request = (await Get(_community.Coordinator.Http, "requests")).GetProperty("items")[0];
        var id = request.GetProperty("id").GetGuid();
        await Join(Newcomer, "newcomer", request.GetProperty("newcomerId").GetGuid());
        var wish = new { ageFrom = 20, ageTo = 70, livedExperience = new[] { "zmarker wish" } };
        await Send(HttpMethod.Put, await As(Newcomer), $"requests/{id}/wishes", wish);
        await Pair(id);
        await FailToSignIn();
        await AnswerByLink();
        await AnswerByApi();
        await ChangeWhatIsKnown();
        await Send(HttpMethod.Post, await As(Newcomer), $"pairings/{_pairing}/end", null);
        await RunJobs();
    }

    private async Task Import()
    {
        string[] both = ["pathways", "aa", "time_zone", "America/St_Johns", "availability", "Mon 18:00-21:00; Sat 09:00-12:00", "meeting_modes", "phone; video", "gender", "woman", "languages", "en"];
        var mentors = Samples.MentorSheet([.. both, "display_name", "Zmarkermentor A.", "email", Mentor, "phone", "+15550447701", "age", "45", "latitude", "51.6612", "longitude", "-0.3271",
            "sobriety_date", "2013-07-19", "mentee_genders", "any", "lived_experience", "zmarker experience", "kinds", "sponsor", "vetted_on", "2026-01-10", "has_own_mentor", "yes"]);
        var newcomers = Samples.NewcomerSheet([.. both, "display_name", "Zmarkernewcomer B.", "email", Newcomer, "phone", "+15550447702", "age", "31", "latitude", "51.6731", "longitude", "-0.3271",
            "sobriety_date", "2026-09-13", "mentor_genders", "any", "lived_experience_wanted", "zmarker experience", "kind", "sponsor", "requested_at", "2026-10-18T03:00:00Z"]);
        var wrong = mentors.Replace("America/St_Johns", "Zmarker/Zone").Replace("\"45\"", "\"zmarker age\"");
        Assert.NotEmpty((await Bring("mentors", wrong, dryRun: true)).GetProperty("errors").EnumerateArray());
        foreach (var (which, sheet) in new[] { ("mentors", mentors), ("newcomers", newcomers) })
            Assert.True((await Bring(which, sheet, dryRun: false)).GetProperty("saved").GetBoolean());
    }

    private async Task<JsonElement> Bring(string which, string sheet, bool dryRun)
    {
        var content = new StringContent(sheet, System.Text.Encoding.UTF8, "text/csv");
        return await Read(await _community.Coordinator.Http.PostAsync($"{_community.Path}/imports/{which}?dryRun={(dryRun ? "true" : "false")}", content));
    }

    private async Task Join(string email, string role, Guid member)
    {
        await Read(await host.Caller().PostAsJsonAsync("/api/v1/accounts", new { email, password = Password, statedAdult = true }));
        await Read(await host.Caller().PostAsJsonAsync("/api/v1/accounts/confirmation", new { token = await host.TokenTo(email), password = Password }));
        await Send(HttpMethod.Post, _community.Coordinator.Http, "invitations", new { email, roles = new[] { role }, memberId = member });
        var (token, me) = (await host.TokenTo(email), await As(email));
        await Read(await me.PostAsJsonAsync("/api/v1/invitations/acceptance", new { token, displayName = "Zmarker Z." }));
        await Read(await me.GetAsync("/api/v1/me"));
    }

    private async Task Pair(Guid request)
    {
        var coordinator = _community.Coordinator.Http;
        var mentor = (await Get(coordinator, $"requests/{request}/candidates")).GetProperty("candidates")[0].GetProperty("mentorId").GetGuid();
        await Join(Mentor, "mentor", mentor);
        _pairing = (await Send(HttpMethod.Post, coordinator, $"requests/{request}/proposals", new { mentorId = mentor })).GetProperty("id").GetString()!;
        await Send(HttpMethod.Post, coordinator, $"pairings/{_pairing}/approval", new { overrideReason = "zmarkerreason: both asked for it" });
        await RunJobs();
        foreach (var one in new[] { Mentor, Newcomer })
            await Send(HttpMethod.Post, await As(one), $"pairings/{_pairing}/acceptance", new { shareEmail = true, sharePhone = true });
        foreach (var one in new[] { Mentor, Newcomer })
            Assert.Contains("+1555044770", (await Get(await As(one), $"pairings/{_pairing}")).GetRawText());
        await Send(HttpMethod.Post, await As(Mentor), $"pairings/{_pairing}/first-talk", null);
    }

    private async Task FailToSignIn()
    {
        foreach (var (email, words) in new[] { (Mentor, "zmarkerwords that are wrong"), ("zmarkernobody@zmarker.example", Password), ("no address: zmarker", Password) })
            Assert.False((await host.TrySignIn(email, words)).IsSuccessStatusCode);
        var browser = await new Browser(host.Caller()).Open("/sign-in");
        await browser.Send("/sign-in", ("email", Newcomer), ("password", "zmarkerwords that are wrong"));
        await browser.Send("/sign-in", ("email", Newcomer), ("password", Password));
        Addresses.Add(browser.Location!.ToString());
        Assert.False((await host.Caller().PostAsJsonAsync("/api/v1/accounts", new { email = "zmarker", password = "zmarker", zmarker = 1 })).IsSuccessStatusCode);
    }

    private async Task AnswerByLink()
    {
        await UntilDue();
        var link = host.Mail.LinkTo(Newcomer);
        var browser = await new Browser(host.Caller()).Open(link);
        await browser.Send(link, ("q.today", "hard"), ("q.week", "zmarkeranswer by link"), ("q.plan", "zmarkeranswer for the week"), ("q.contact", "call-me"), ("audience", "mentor"));
        Assert.Contains("Your contact and the coordinators are being told", browser.Page);
        await RunJobs();
        Assert.Contains("zmarkeranswer by link", (await Get(await As(Mentor), $"pairings/{_pairing}/check-ins")).GetRawText());
    }

    private async Task AnswerByApi()
    {
        await UntilDue();
        var me = await As(Newcomer);
        var asked = (await Get(me, $"pairings/{_pairing}/check-ins")).GetProperty("items").EnumerateArray().First(c => c.GetProperty("state").GetString() == "sent");
        var answers = new object[] { new { question = "week", text = "zmarkeranswer by API", audience = "coordinator" }, new { question = "contact", choice = "call-me" } };
        await Send(HttpMethod.Post, me, $"check-ins/{asked.GetProperty("id").GetString()}/answers", new { answers });
        await Send(HttpMethod.Post, me, $"check-ins/{asked.GetProperty("id").GetString()}/answers", new { answers }, refused: true);
        await RunJobs();
        foreach (var one in new[] { me, await As(Mentor), _community.Coordinator.Http }) await Get(one, "inbox");
        await Get(_community.Coordinator.Http, "check-ins");
    }

    private async Task ChangeWhatIsKnown()
    {
        var me = await As(Newcomer);
        var profile = new
        {
            displayName = "Zmarkerchanged B.",
            gender = "zmarker gender",
            birthYear = 1990,
            languages = new[] { "en" },
            zoneId = "America/St_Johns",
            availability = "Mon 18:00-21:00",
            modes = new[] { "phone" },
            pathways = new[] { "aa" },
            livedExperience = new[] { "zmarker word" },
        };
        await Send(HttpMethod.Put, me, "members/me/profile", profile);
        await Send(HttpMethod.Put, me, "members/me/profile", profile with { zoneId = "Zmarker/Zone" }, refused: true);
        await Send(HttpMethod.Put, me, "members/me/contact", new { email = Newcomer, phone = "+15550447703" });
    }

    private async Task UntilDue()
    {
        var due = await host.Inside(_community.Id, services =>
            services.GetRequiredService<MentorshipDb>().Plans.Where(p => p.EndedAt == null).Select(p => p.NextDueAt).FirstAsync());
        host.Clock.MoveTo(due!.Value + Duration.FromSeconds(1));
        await RunJobs();
    }

    private async Task RunJobs()
    {
        jobs.Listens = true;
        foreach (var entry in Timetable.Standard.Entries) await entry.Run(host.Services.GetRequiredService<IServiceScopeFactory>(), default);
        jobs.Listens = false;
    }

    // An access token holds a quarter of an hour, and this job takes weeks.
    private async Task<HttpClient> As(string email) => host.Caller(token: (await host.SignIn(email, Password)).AccessToken);

    private async Task<JsonElement> Get(HttpClient http, string path) => await Read(await http.GetAsync($"{_community.Path}/{path}"));

    private async Task<JsonElement> Send(HttpMethod method, HttpClient http, string path, object? body, bool refused = false)
    {
        using var request = new HttpRequestMessage(method, $"{_community.Path}/{path}") { Content = body is null ? null : JsonContent.Create(body), Headers = { { "If-Match", "*" } } };
        return await Read(await http.SendAsync(request), refused);
    }

    private async Task<JsonElement> Read(HttpResponseMessage answer, bool refused = false)
    {
        var text = await answer.Content.ReadAsStringAsync();
        if (answer.Headers.Location is { } location) Addresses.Add(location.ToString());
        Assert.True(answer.IsSuccessStatusCode != refused, $"{answer.RequestMessage!.RequestUri}: {answer.StatusCode} {text}");
        return text.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(text);
    }
}
