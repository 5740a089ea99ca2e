using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Mentorship.Api.Tests.CheckIns;
using Mentorship.Api.Tests.Hosting;
using Mentorship.Domain.Safety;
using Mentorship.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Mentorship.Api.Tests.Safety;

/// <summary>The coordinator's list of what needs a person.</summary>
public sealed class ConcernTests : IDisposable
{
    private readonly ApiHost _host = new();

    [Fact]
    public async Task Who_needs_to_talk_is_on_the_coordinators_list_since_when_and_without_a_word()
    {
        var pair = await IntroducedPair.Asked(_host);
        Assert.Empty(await Open(pair));
        await pair.Answer(new { question = "week", text = "marker-words", audience = "coordinator" }, new { question = "contact", choice = "call-me" });

        var concern = Assert.Single(await Open(pair));
        Assert.Equal("help-asked-for", concern.GetProperty("kind").GetString());
        Assert.Equal(pair.Newcomer.Id.Value, concern.GetProperty("memberId").GetGuid());
        Assert.Equal("2026-10-25T18:00:00Z", concern.GetProperty("raisedAt").GetString());
        Assert.Equal([
            "closedAt", "contact", "coordinatorsTold", "id", "kind", "memberId", "memberName", "over", "raisedAt", "version",
        ], concern.EnumerateObject().Select(p => p.Name).Order());
        Assert.DoesNotContain("marker-words", concern.GetRawText());
    }

    [Theory]
    [InlineData(true, "told"), InlineData(false, "unreachable")]
    public async Task It_says_whether_their_contact_was_told_or_cannot_be_reached(bool byEmail, string contact)
    {
        var pair = await IntroducedPair.Asked(_host);
        await pair.Mentor.Http.PutAsJsonAsync($"{pair.Community.Path}/members/me/notices", new { email = byEmail });
        await pair.Deliver();
        await pair.Answer(new { question = "contact", choice = "call-me" });
        Assert.Equal("waiting", Assert.Single(await Open(pair)).GetProperty("contact").GetString());

        await pair.Deliver();

        var call = Assert.Single(await Open(pair), c => c.GetProperty("kind").GetString() == "help-asked-for");
        Assert.Equal(contact, call.GetProperty("contact").GetString());
    }

    [Theory]
    [InlineData("pause", 1), InlineData("end", 0)]
    public async Task Contact_is_asked_of_the_mentor_as_long_as_the_pairing_lasts_and_is_on_the_list_in_any_case(string step, int told)
    {
        var pair = await IntroducedPair.Asked(_host);
        await pair.Post(pair.Newcomer, step);
        await pair.Answer(new { question = "contact", choice = "call-me" });
        var inbox = await IntroducedPair.Items(pair.Mentor, $"{pair.Community.Path}/inbox");
        Assert.Equal(told, inbox.Count(n => n.GetProperty("kind").GetString() == "someone-asks-for-contact"));
        Assert.Single(await Open(pair));
    }

    [Fact]
    public async Task A_coordinator_closes_it_once_at_its_version_and_the_audit_trail_says_who()
    {
        var pair = await IntroducedPair.Asked(_host);
        await pair.Answer(new { question = "contact", choice = "call-me" });
        var path = $"{pair.Community.Path}/concerns/{Assert.Single(await Open(pair)).GetProperty("id").GetGuid()}";
        var tag = (await pair.Community.Coordinator.Http.GetAsync(path)).Headers.ETag!.Tag;

        Assert.Equal(HttpStatusCode.PreconditionRequired, await Close(pair, path, null));
        Assert.Equal(HttpStatusCode.PreconditionFailed, await Close(pair, path, "\"7\""));
        Assert.Equal(HttpStatusCode.NoContent, await Close(pair, path, tag));
        Assert.Equal(HttpStatusCode.PreconditionFailed, await Close(pair, path, tag));
        Assert.Equal(HttpStatusCode.Conflict, await Close(pair, path, "*"));

        var trail = await _host.Inside(pair.Community.Id, services =>
            services.GetRequiredService<MentorshipDb>().Audit.Where(a => a.Code == "concern-closed").ToListAsync());
        Assert.Equal(pair.Community.Coordinator.Id, Assert.Single(trail).Actor);
    }

    [Fact]
    public async Task Open_ones_come_first_and_none_is_passed_over_when_another_is_closed_between_two_pages()
    {
        var pair = await IntroducedPair.Asked(_host);
        var raised = await Raise(pair, 5);
        await Close(pair, $"{pair.Community.Path}/concerns/{raised[0]}", "*");

        var (first, next) = await Read(pair, "?limit=2");
        Assert.Equal(raised[1..3], first);
        await Close(pair, $"{pair.Community.Path}/concerns/{raised[1]}", "*");
        var (second, toClosed) = await Read(pair, $"?limit=2&cursor={next}");
        Assert.Equal(raised[3..], second);
        var (third, last) = await Read(pair, $"?limit=2&cursor={toClosed}");
        Assert.Equal(raised[..2], third);
        Assert.Null(last);
    }

    [Fact]
    public async Task An_unreadable_cursor_is_refused()
    {
        var pair = await IntroducedPair.In(_host);
        var answer = await pair.Community.Coordinator.Http.GetAsync($"{pair.Community.Path}/concerns?cursor=closed.%21");
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("cursor-invalid", await answer.Content.ReadAsStringAsync());
    }

    public void Dispose() => _host.Dispose();

    private Task<Guid[]> Raise(IntroducedPair pair, int count) => _host.Inside(pair.Community.Id, async services =>
    {
        var db = services.GetRequiredService<MentorshipDb>();
        var concerns = Enumerable.Range(0, count).Select(n => new Concern(
            pair.Community.Id, ConcernKind.HelpAskedFor, pair.Newcomer.Id, Guid.CreateVersion7(), [], _host.Clock.Now + Duration.FromMinutes(n))).ToArray();
        db.AddRange(concerns);
        await db.SaveChangesAsync();
        return concerns.Select(c => c.Id.Value).ToArray();
    });

    private static Task<IReadOnlyList<JsonElement>> Open(IntroducedPair pair) => IntroducedPair.Items(pair.Community.Coordinator, $"{pair.Community.Path}/concerns");

    private static async Task<(Guid[] Ids, string? Next)> Read(IntroducedPair pair, string query)
    {
        var page = await pair.Community.Coordinator.Http.GetFromJsonAsync<JsonElement>($"{pair.Community.Path}/concerns{query}");
        return ([.. page.GetProperty("items").EnumerateArray().Select(c => c.GetProperty("id").GetGuid())], page.GetProperty("next").GetString());
    }

    private static async Task<HttpStatusCode> Close(IntroducedPair pair, string path, string? version)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"{path}/close");
        if (version is not null) request.Headers.Add("If-Match", version);
        return (await pair.Community.Coordinator.Http.SendAsync(request)).StatusCode;
    }
}
