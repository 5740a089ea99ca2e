using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Mentorship.Api.Features.CheckIns;
using Mentorship.Api.Tests.Hosting;
using Mentorship.Api.Tests.Members;
using Mentorship.Infrastructure.Notices.Email;
using Mentorship.Infrastructure.Persistence;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Mentorship.Api.Tests.CheckIns;

/// <summary>A check-in is missed only when it was handed over and the member had time to answer it.</summary>
public sealed class ExcusedCheckInTests : IDisposable
{
    private readonly ApiHost _host = new();

    [Theory]
    [InlineData("pause", true), InlineData("pause", false), InlineData("end", true), InlineData("end", false)]
    public async Task A_pause_or_an_end_excuses_what_waits_for_an_answer_and_a_late_answer_still_counts(string step, bool sent)
    {
        var pair = await IntroducedPair.Asked(_host);
        if (sent) await pair.Deliver();
        Assert.Equal(sent ? "sent" : "scheduled", await pair.State());

        Assert.Null(await pair.ExcusedBecause());

        await pair.Post(pair.Mentor, step);
        Assert.Equal(("excused", "paused-or-ended"), (await pair.State(), await pair.ExcusedBecause()));
        Assert.Equal(0, await pair.LapseAfterGrace());
        await pair.Deliver();
        Assert.Equal(sent ? 1 : 0, _host.Mail.To(pair.Newcomer.Email).Count(m => m.Contains("/c/")));

        await pair.Answer(new { question = "today", choice = "good" });
        var late = await pair.CheckIn();
        Assert.Equal(("answered", true), (late.GetProperty("state").GetString(), late.GetProperty("answeredLate").GetBoolean()));
        Assert.Null(await pair.ExcusedBecause());
    }

    [Fact]
    public async Task What_was_answered_or_missed_before_a_pause_stays_so()
    {
        var pair = await IntroducedPair.Asked(_host);
        await pair.Deliver();
        await pair.LapseAfterGrace();
        await pair.Post(pair.Newcomer, "pause");
        Assert.Equal("missed", await pair.State());
    }

    [Fact]
    public async Task A_check_in_that_only_the_inbox_has_is_excused_and_not_missed()
    {
        var pair = await IntroducedPair.Asked(_host);
        await Stop(pair);
        await pair.Deliver();
        Assert.Equal("scheduled", await pair.State());
        await pair.LapseAfterGrace();
        Assert.Equal(("excused", "stopped"), (await pair.State(), await pair.ExcusedBecause()));
    }

    [Fact]
    public async Task A_check_in_whose_mail_was_stopped_after_it_had_left_is_excused_and_answered_until_then()
    {
        var pair = await IntroducedPair.Asked(_host);
        await pair.Deliver();
        await Stop(pair);
        Assert.Contains("How are you?", await _host.CreateClient().GetStringAsync(_host.Mail.LinkTo(pair.Newcomer.Email)));
        await pair.LapseAfterGrace();
        Assert.Equal(("excused", "stopped"), (await pair.State(), await pair.ExcusedBecause()));
    }

    [Theory]
    [InlineData("stop"), InlineData("day-off")]
    public async Task Why_it_is_excused_is_told_to_its_member_and_to_nobody_else(string why)
    {
        var pair = await IntroducedPair.Asked(_host);
        if (why == "stop") await Stop(pair);
        else await pair.TakeOff("2026-10-25", "2026-10-26");
        await pair.LapseAfterGrace();

        var own = await pair.CheckIn();
        var link = $"{pair.Community.Path}/check-ins/{own.GetProperty("id").GetGuid()}";
        var alone = await pair.Newcomer.Http.GetFromJsonAsync<JsonElement>(link);
        Assert.All([own, alone], c => Assert.Equal(why == "stop" ? "stopped" : "day-off", c.GetProperty("excusedBecause").GetString()));
        var theirs = Assert.Single(await IntroducedPair.Items(pair.Mentor, $"{pair.Path}/check-ins"));
        Assert.Equal(("excused", null), (theirs.GetProperty("state").GetString(), theirs.GetProperty("excusedBecause").GetString()));
        Assert.Equal(HttpStatusCode.NotFound, (await pair.Mentor.Http.GetAsync(link)).StatusCode);
        var states = await IntroducedPair.Items(pair.Community.Coordinator, $"{pair.Community.Path}/check-ins");
        Assert.All(states, c => Assert.False(c.TryGetProperty("excusedBecause", out _)));
    }

    [Fact]
    public async Task A_check_in_whose_time_passed_while_the_service_was_away_is_excused()
    {
        var pair = await IntroducedPair.Asked(_host);
        await pair.Deliver();
        _host.Clock.Advance(Duration.FromHours(48 + 3));
        await _host.Send(new LapseCheckIns(Domain.Actor.System(pair.Community.Id), 100));
        Assert.Equal(("excused", "ours"), (await pair.State(), await pair.ExcusedBecause()));
    }

    [Theory]
    [InlineData(23, "missed"), InlineData(40, "excused")]
    public async Task A_check_in_that_left_late_is_missed_only_if_half_of_its_time_was_left(int hoursLate, string state)
    {
        var pair = await IntroducedPair.Asked(_host);
        _host.Mail.FailsWith = new EmailUnavailable("timeout");
        await pair.Deliver();
        _host.Mail.FailsWith = null;
        _host.Clock.Advance(Duration.FromHours(hoursLate));
        await pair.Deliver();
        Assert.Equal("sent", await pair.State());
        await pair.LapseAfterGrace();
        Assert.Equal((state, state == "excused" ? "ours" : null), (await pair.State(), await pair.ExcusedBecause()));
    }

    [Fact]
    public async Task Of_several_late_ones_of_a_plan_the_newest_goes_alone_and_the_others_are_excused()
    {
        var pair = await IntroducedPair.In(_host);
        await pair.Deliver();
        var plans = await IntroducedPair.Items(pair.Newcomer, $"{pair.Path}/plans");
        var plan = plans.Single(p => p.GetProperty("layer").GetString() == "weekly").GetProperty("id").GetGuid();
        var daily = new { layer = "weekly", rhythm = "daily", at = "18:00", zoneId = "Europe/Dublin" };
        await pair.Newcomer.Put($"{pair.Community.Path}/plans/{plan}", daily, "*").Is(HttpStatusCode.NoContent);
        _host.Clock.MoveTo(Instant.FromUtc(2026, 10, 20, 17, 0));
        await pair.Dispatch();
        _host.Clock.Advance(Duration.FromDays(1)); // the mail is away
        await pair.Dispatch();

        await pair.Deliver();

        var asked = (await IntroducedPair.Items(pair.Newcomer, $"{pair.Path}/check-ins")).OrderBy(c => c.GetProperty("dueAt").GetString());
        Assert.Equal(
            [("excused", "ours"), ("sent", null)],
            asked.Select(c => (c.GetProperty("state").GetString(), c.GetProperty("excusedBecause").GetString())));
        Assert.Single(_host.Mail.To(pair.Newcomer.Email), m => m.Contains("/c/"));
    }

    [Fact]
    public async Task A_holiday_excuses_what_had_left_before_it()
    {
        var pair = await IntroducedPair.Asked(_host);
        await pair.Deliver();
        await pair.TakeOff("2026-10-26", "2026-10-31");
        Assert.Equal("sent", await pair.State()); // its link works meanwhile
        await pair.LapseAfterGrace();
        Assert.Equal(("excused", "day-off"), (await pair.State(), await pair.ExcusedBecause()));
    }

    [Fact]
    public async Task A_check_in_whose_mail_bounced_is_excused_at_once()
    {
        var pair = await IntroducedPair.Asked(_host);
        _host.Mail.FailsWith = new EmailRefused("recipient-550");
        await pair.Deliver();
        Assert.Equal(("excused", "out-of-reach"), (await pair.State(), await pair.ExcusedBecause()));
    }

    [Fact]
    public async Task A_check_in_that_we_never_handed_over_is_excused_and_not_missed()
    {
        var pair = await IntroducedPair.Asked(_host);
        _host.Mail.FailsWith = new EmailUnavailable("timeout");
        for (var attempt = 0; attempt < 6; attempt++)
        {
            await pair.Deliver();
            _host.Clock.Advance(Duration.FromHours(6));
        }
        await pair.LapseAfterGrace();
        await pair.Deliver();
        Assert.Equal(("excused", "ours"), (await pair.State(), await pair.ExcusedBecause()));
        Assert.DoesNotContain(_host.Mail.To(pair.Newcomer.Email), m => m.Contains("/c/"));
    }

    public void Dispose() => _host.Dispose();

    private Task<int> Stop(IntroducedPair pair) => _host.Inside(pair.Community.Id, async services =>
    {
        var db = services.GetRequiredService<MentorshipDb>();
        (await db.Members.FindAsync(pair.Community.Id, pair.Newcomer.Id))!.StopEmail();
        return await db.SaveChangesAsync();
    });
}
