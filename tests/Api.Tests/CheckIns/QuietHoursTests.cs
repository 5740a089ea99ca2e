using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Mentorship.Api.Features.CheckIns;
using Mentorship.Api.Tests.Hosting;
using Mentorship.Api.Tests.Http;
using Mentorship.Domain;
using Mentorship.Domain.Members;
using Mentorship.Infrastructure.Persistence;
using Mentorship.Infrastructure.Persistence.Stores;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Mentorship.Api.Tests.CheckIns;

/// <summary>What is sent in the night, and what waits for the morning.</summary>
public sealed class QuietHoursTests : IDisposable
{
    private static readonly Instant Night = Instant.FromUtc(2026, 10, 26, 3, 0), Morning = Instant.FromUtc(2026, 10, 26, 8, 0);

    private readonly ApiHost _host = new();

    [Fact]
    public async Task A_notice_of_the_night_waits_for_eight_in_the_morning_is_in_the_inbox_meanwhile_and_is_not_late()
    {
        _host.Clock.MoveTo(Night);
        var pair = await IntroducedPair.In(_host);
        await pair.Deliver();
        Assert.Empty(_host.Mail.All);
        Assert.NotEmpty(await IntroducedPair.Items(pair.Mentor, $"{pair.Community.Path}/inbox"));
        _host.Clock.MoveTo(Morning - Duration.FromSeconds(1));
        Assert.Equal(0, await pair.Deliver());
        Assert.False((await Overdue()).Any);
        _host.Clock.MoveTo(Morning);
        await pair.Deliver();
        Assert.NotEmpty(_host.Mail.To(pair.Mentor.Email));
        Assert.Equal(_host.Mail.All.Select(m => m.MessageId).Distinct().Count(), _host.Mail.All.Count());
    }

    [Fact]
    public async Task Who_needs_to_talk_in_the_night_is_told_of_in_the_night_to_the_mentor_and_the_coordinators()
    {
        var pair = await IntroducedPair.Asked(_host);
        await pair.Deliver();
        _host.Clock.MoveTo(Night);
        await pair.Answer(new { question = "contact", choice = "call-me" });
        await pair.Deliver();
        Assert.Single(_host.Mail.To(pair.Mentor.Email), m => m.Contains("as\nsoon as you can"));
        Assert.Single(_host.Mail.To(pair.Community.Coordinator.Email), m => m.Contains("needs you"));
    }

    [Fact]
    public async Task Somebody_who_works_at_night_changes_them()
    {
        var pair = await IntroducedPair.In(_host);
        var path = $"{pair.Community.Path}/members/me/quiet-hours";
        var usual = await pair.Mentor.Http.GetFromJsonAsync<JsonElement>(path);
        Assert.Equal(("21:00", "08:00", "Europe/Dublin"), (usual.GetProperty("from").GetString(), usual.GetProperty("to").GetString(), usual.GetProperty("zoneId").GetString()));
        Assert.Equal(HttpStatusCode.NoContent, (await pair.Mentor.Http.PutAsJsonAsync(path, new { from = "09:00", to = "17:30" })).StatusCode);
        var wrong = await (await pair.Mentor.Http.PutAsJsonAsync(path, new { from = "9 am", to = "25:00" })).Problem(HttpStatusCode.BadRequest, "input-invalid");
        Assert.Equal(["from: time-invalid", "to: time-invalid"], wrong.Errors());

        _host.Clock.MoveTo(Night); // the news of the introduction waits since noon
        await pair.Deliver();
        Assert.NotEmpty(_host.Mail.To(pair.Mentor.Email));
        Assert.Empty(_host.Mail.To(pair.Newcomer.Email));
    }

    [Fact]
    public async Task A_check_in_leaves_at_the_hour_that_its_member_chose_also_when_that_is_in_the_night()
    {
        var pair = await IntroducedPair.In(_host);
        await pair.Deliver();
        var plan = Assert.Single(await IntroducedPair.Items(pair.Newcomer, $"{pair.Path}/plans"), p => p.GetProperty("layer").GetString() == "weekly");
        var change = new HttpRequestMessage(HttpMethod.Put, $"{pair.Community.Path}/plans/{plan.GetProperty("id").GetGuid()}")
        {
            Content = JsonContent.Create(new { layer = "daily", rhythm = "daily", at = "03:00", zoneId = "Europe/Dublin" }),
            Headers = { { "If-Match", "*" } },
        };
        Assert.Equal(HttpStatusCode.NoContent, (await pair.Newcomer.Http.SendAsync(change)).StatusCode);
        _host.Clock.MoveTo(Night);
        await pair.Dispatch();
        await pair.Deliver();
        Assert.Single(_host.Mail.To(pair.Newcomer.Email), m => m.Contains("/c/"));
    }

    [Theory]
    [InlineData("weekly", "sent"), InlineData("daily", "excused")]
    public async Task A_check_in_at_the_communitys_hour_waits_and_is_excused_where_its_time_passes_meanwhile(string layer, string state)
    {
        var pair = await IntroducedPair.In(_host);
        await pair.Deliver();
        // An outage: due on Sunday at 18:00, taken late at night. The member sleeps long: a daily one may be answered until 06:00.
        await _host.Inside(pair.Community.Id, async services =>
        {
            var db = services.GetRequiredService<MentorshipDb>();
            var plan = await db.Plans.SingleAsync(p => p.Layer == Domain.Time.Layer.Weekly);
            db.Remove(plan);
            db.Add(new Domain.CheckIns.CheckInPlan(pair.Community.Id, pair.Pairing, pair.Newcomer.Id, Enum.Parse<Domain.Time.Layer>(layer, true), plan.Times, _host.Clock.Now));
            return await db.SaveChangesAsync();
        });
        _host.Clock.MoveTo(Night);
        await pair.Dispatch();
        await pair.Deliver();
        Assert.DoesNotContain(_host.Mail.All, m => m.Body.Contains("/c/"));
        var waiting = await pair.CheckIn();
        _host.Clock.MoveTo(Morning);
        await pair.Deliver();
        Assert.Equal((state, state == "excused" ? "ours" : null), (await pair.State(), await pair.ExcusedBecause()));
        Assert.Equal(("2026-10-25", "2026-10-25T18:00:00Z"), (waiting.GetProperty("date").GetString(), waiting.GetProperty("dueAt").GetString()));
        foreach (var stays in (string[])["date", "dueAt", "answerBy"])
            Assert.Equal(waiting.GetProperty(stays).GetString(), (await pair.CheckIn()).GetProperty(stays).GetString());
        Assert.Equal(state == "sent" ? 1 : 0, _host.Mail.To(pair.Newcomer.Email).Count(m => m.Contains("/c/")));
    }

    public void Dispose() => _host.Dispose();

    private async Task<Lateness> Overdue()
    {
        await using var scope = _host.Services.CreateAsyncScope();
        var now = _host.Clock.Now;
        return await scope.ServiceProvider.GetRequiredService<OverdueWork>().Count(
            now - Duration.FromMinutes(10), now - Duration.FromMinutes(5), now - Duration.FromMinutes(1), default);
    }
}
