using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Mentorship.Api.Features.CheckIns;
using Mentorship.Api.Tests.Hosting;
using Mentorship.Api.Tests.Members;
using Mentorship.Domain;
using Mentorship.Domain.CheckIns.Ladder;
using Mentorship.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Mentorship.Api.Tests.CheckIns;

/// <summary>A newcomer does not answer, from the first note to the coordinators' list, by the jobs of the timetable.</summary>
public sealed class LadderPathTests : IDisposable
{
    private readonly ApiHost _host = new();

    [Fact]
    public async Task Who_does_not_answer_is_reminded_once_told_first_and_then_the_mentor_and_the_list_learn_that_it_is_quiet_and_nothing_else()
    {
        var pair = await IntroducedPair.In(_host);
        await pair.Live(Instant.FromUtc(2026, 11, 9, 12, 0));

        Assert.Equal(
            ["Your note is waiting", "once more", "Your note is waiting", "are you fine", "Your note is waiting"],
            _host.Mail.To(pair.Newcomer.Email).Select(Kind).OfType<string>());
        var toMentor = Assert.Single(_host.Mail.To(pair.Mentor.Email), m => m.Contains("glad of a hello"));
        Assert.DoesNotContain("marker", toMentor, StringComparison.OrdinalIgnoreCase);
        var told = Assert.Single(await Inbox(pair, pair.Mentor), n => n.GetProperty("kind").GetString() == "hello-might-be-welcome");
        Assert.Equal(pair.Pairing.Value, told.GetProperty("pairingId").GetGuid());
        var concern = Assert.Single(await IntroducedPair.Items(pair.Community.Coordinator, $"{pair.Community.Path}/concerns"));
        Assert.Equal("gone-quiet", concern.GetProperty("kind").GetString());
        Assert.Single(_host.Mail.To(pair.Community.Coordinator.Email), m => m.Contains("something new on your list"));
        Assert.Equal(4, await Rungs(pair));

        await pair.Live(Instant.FromUtc(2026, 12, 9, 12, 0)); // nothing is told twice in one silence
        Assert.Equal(4, await Rungs(pair));
    }

    [Fact]
    public async Task A_daily_check_in_of_the_evening_is_repeated_once_before_the_quiet_hours()
    {
        var pair = await IntroducedPair.In(_host);
        var weekly = (await IntroducedPair.Items(pair.Newcomer, $"{pair.Path}/plans")).Single(p => p.GetProperty("layer").GetString() == "weekly");
        await pair.Newcomer.Put($"{pair.Community.Path}/plans/{weekly.GetProperty("id").GetGuid()}", new { layer = "daily", rhythm = "daily", at = "18:00", zoneId = "Europe/Dublin" })
            .Is(HttpStatusCode.NoContent);

        await At("18:00");
        await At("19:00");
        await At("19:59");
        Assert.Equal(["Your note is waiting"], ToNewcomer());
        await At("20:00");
        await At("20:01"); // one rung a run
        Assert.Equal(["Your note is waiting", "once more"], ToNewcomer());
        await pair.Live(IntroducedPair.FirstDue + Duration.FromHours(23));
        Assert.Equal(["Your note is waiting", "once more"], ToNewcomer());

        async Task At(string time)
        {
            _host.Clock.MoveTo(Instant.FromUtc(2026, 10, 25, int.Parse(time[..2]), int.Parse(time[3..])));
            await pair.Jobs();
        }

        IEnumerable<string> ToNewcomer() => _host.Mail.To(pair.Newcomer.Email).Select(Kind).OfType<string>();
    }

    [Fact]
    public async Task Im_fine_is_said_by_a_POST_alone_and_then_nobody_is_told()
    {
        var pair = await IntroducedPair.In(_host);
        await pair.Live(Instant.FromUtc(2026, 11, 4, 9, 0));
        var link = _host.Mail.LinkTo(pair.Newcomer.Email);
        Assert.StartsWith("/f/", link);
        var stranger = _host.CreateClient();
        for (var scanner = 0; scanner < 3; scanner++) Assert.Contains("Are you fine?", await stranger.GetStringAsync(link));
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync("/c/" + link[3..])).StatusCode); // it opens nothing else

        var said = await stranger.PostAsync(link, null);
        Assert.Contains("Nobody is told", await said.Content.ReadAsStringAsync());
        Assert.Contains("There is nothing more to do", await stranger.GetStringAsync(link));
        await pair.Live(Instant.FromUtc(2026, 11, 8, 12, 0));
        Assert.DoesNotContain(_host.Mail.To(pair.Mentor.Email), m => m.Contains("glad of a hello"));
    }

    [Fact]
    public async Task Im_fine_is_heard_while_the_note_to_the_mentor_waits_for_the_morning()
    {
        var pair = await IntroducedPair.In(_host);
        await pair.Newcomer.Http.PutAsJsonAsync($"{pair.Community.Path}/members/me/quiet-hours", new { from = "10:00", to = "22:30" }); // works at night
        await pair.Live(Instant.FromUtc(2026, 11, 4, 23, 0));
        Assert.Contains(await Inbox(pair, pair.Mentor), n => n.GetProperty("kind").GetString() == "hello-might-be-welcome");
        var link = _host.Mail.LinkTo(pair.Newcomer.Email);

        var said = await _host.CreateClient().PostAsync(link, null);

        Assert.Contains("Nobody else is told", await said.Content.ReadAsStringAsync());
        await pair.Live(Instant.FromUtc(2026, 11, 5, 12, 0));
        Assert.DoesNotContain(_host.Mail.To(pair.Mentor.Email), m => m.Contains("glad of a hello"));
    }

    [Fact]
    public async Task Im_fine_after_the_mentor_was_told_keeps_it_from_the_coordinators()
    {
        var pair = await IntroducedPair.In(_host);
        await pair.Live(Instant.FromUtc(2026, 11, 5, 12, 0));
        Assert.Single(_host.Mail.To(pair.Mentor.Email), m => m.Contains("glad of a hello"));

        var said = await _host.CreateClient().PostAsync(_host.Mail.LinkTo(pair.Newcomer.Email), null);

        Assert.Contains("Nobody else is told", await said.Content.ReadAsStringAsync());
        await pair.Live(Instant.FromUtc(2026, 11, 8, 17, 0)); // the next note would begin another silence
        Assert.Equal([SilenceEnd.SaidFine], await _host.Inside(pair.Community.Id, services =>
            services.GetRequiredService<MentorshipDb>().Silences.Select(s => s.EndedBy!.Value).ToListAsync()));
    }

    [Theory]
    [InlineData("late answer"), InlineData("inbox")]
    public async Task A_late_answer_or_a_note_read_in_the_app_stops_it(string sign)
    {
        var pair = await IntroducedPair.In(_host);
        await pair.Live(Instant.FromUtc(2026, 11, 4, 9, 0));
        if (sign == "inbox")
        {
            var notice = (await Inbox(pair, pair.Newcomer))[0].GetProperty("id").GetGuid();
            Assert.Equal(HttpStatusCode.NoContent, (await pair.Newcomer.Http.PostAsync($"{pair.Community.Path}/inbox/{notice}/read", null)).StatusCode);
        }
        else
        {
            var missed = (await IntroducedPair.Items(pair.Newcomer, $"{pair.Path}/check-ins"))[0].GetProperty("id").GetGuid();
            var late = await pair.Newcomer.Http.PostAsJsonAsync($"{pair.Community.Path}/check-ins/{missed}/answers", new { answers = new[] { new { question = "today", choice = "good" } } });
            Assert.Equal(HttpStatusCode.OK, late.StatusCode);
        }
        await pair.Live(Instant.FromUtc(2026, 11, 8, 12, 0));

        Assert.DoesNotContain(_host.Mail.To(pair.Mentor.Email), m => m.Contains("glad of a hello"));
        Assert.Equal([SilenceEnd.SignOfLife], await _host.Inside(pair.Community.Id, services =>
            services.GetRequiredService<MentorshipDb>().Silences.Select(s => s.EndedBy!.Value).ToListAsync()));
    }

    [Fact]
    public async Task A_note_that_waits_for_the_morning_is_dropped_when_its_member_answers_in_the_night()
    {
        var pair = await IntroducedPair.In(_host);
        await pair.Live(Instant.FromUtc(2026, 11, 3, 17, 30)); // the second one has half an hour left
        await _host.Send(new SetQuietHours(new(pair.Community.Id, pair.Newcomer.Id, Domain.Members.Roles.Newcomer), "19:00", "08:00"));
        _host.Clock.MoveTo(Instant.FromUtc(2026, 11, 3, 19, 30));
        await pair.Jobs();
        await pair.Jobs();
        Assert.Contains(await Inbox(pair, pair.Newcomer), n => n.GetProperty("kind").GetString() == "hello-unless-fine");
        var missed = (await IntroducedPair.Items(pair.Newcomer, $"{pair.Path}/check-ins"))[0].GetProperty("id").GetGuid();
        await pair.Newcomer.Http.PostAsJsonAsync($"{pair.Community.Path}/check-ins/{missed}/answers", new { answers = new[] { new { question = "today", choice = "good" } } });
        await pair.Live(Instant.FromUtc(2026, 11, 4, 12, 0));
        Assert.DoesNotContain(_host.Mail.To(pair.Newcomer.Email), m => m.Contains("say that you are fine"));
        Assert.DoesNotContain(await Inbox(pair, pair.Newcomer), n => n.GetProperty("kind").GetString() == "hello-unless-fine");
    }

    [Fact]
    public async Task A_mentor_who_does_not_answer_is_not_watched()
    {
        var pair = await IntroducedPair.In(_host);
        var plan = new { layer = "weekly", rhythm = "weekly:Sun", at = "18:00", zoneId = "Europe/Dublin" };
        Assert.Equal(HttpStatusCode.Created, (await pair.Mentor.Http.PostAsJsonAsync($"{pair.Path}/plans", plan)).StatusCode);
        await pair.Live(Instant.FromUtc(2026, 11, 4, 12, 0));
        Assert.DoesNotContain(_host.Mail.To(pair.Mentor.Email), m => m.Contains("say that you are fine") || m.Contains("still waiting"));
    }

    [Fact]
    public async Task Im_fine_said_after_the_mentor_was_told_keeps_it_from_the_list()
    {
        var pair = await IntroducedPair.In(_host);
        await pair.Live(Instant.FromUtc(2026, 11, 4, 9, 0));
        var link = _host.Mail.LinkTo(pair.Newcomer.Email);
        await pair.Live(Instant.FromUtc(2026, 11, 5, 12, 0));
        Assert.Contains(_host.Mail.To(pair.Mentor.Email), m => m.Contains("glad of a hello"));

        var stranger = _host.CreateClient();
        Assert.Contains("nobody else is told", await stranger.GetStringAsync(link));
        Assert.Contains("Nobody else is told", await (await stranger.PostAsync(link, null)).Content.ReadAsStringAsync());
        await pair.Live(Instant.FromUtc(2026, 11, 10, 12, 0)); // two weeks were over on the 8th
        Assert.Empty(await IntroducedPair.Items(pair.Community.Coordinator, $"{pair.Community.Path}/concerns"));
        Assert.Equal([SilenceEnd.SaidFine], (await Silences(pair)).Select(s => s.EndedBy).OfType<SilenceEnd>());
    }

    [Theory]
    [InlineData(false, 1), InlineData(true, 0)]
    public async Task A_reminder_that_waits_for_the_morning_is_dropped_when_its_member_reads_a_note_in_the_night(bool reads, int reminders)
    {
        var pair = await IntroducedPair.In(_host);
        await pair.Live(Instant.FromUtc(2026, 10, 25, 23, 0)); // asked at six, and once more at ten: that is for the morning
        var notice = (await Inbox(pair, pair.Newcomer))[0].GetProperty("id").GetGuid();
        if (reads) await pair.Newcomer.Http.PostAsync($"{pair.Community.Path}/inbox/{notice}/read", null);
        await pair.Live(Instant.FromUtc(2026, 10, 26, 12, 0));
        Assert.Equal(reminders, _host.Mail.To(pair.Newcomer.Email).Count(m => Kind(m) == "once more"));
    }

    [Fact]
    public async Task What_was_missed_before_a_day_off_and_after_it_is_not_in_a_row()
    {
        var pair = await IntroducedPair.In(_host);
        await pair.Live(Instant.FromUtc(2026, 10, 28, 12, 0));
        await pair.TakeOff("2026-11-01", "2026-11-01");
        await pair.Live(Instant.FromUtc(2026, 11, 12, 12, 0));

        Assert.Equal([1, 1], (await Silences(pair)).Select(s => s.WeeklyMisses));
        Assert.DoesNotContain(_host.Mail.To(pair.Newcomer.Email), m => m.Contains("say that you are fine"));
    }

    public void Dispose() => _host.Dispose();

    private Task<List<Silence>> Silences(IntroducedPair pair) => _host.Inside(pair.Community.Id, services =>
        services.GetRequiredService<MentorshipDb>().Silences.AsNoTracking().OrderBy(s => s.BeganAt).ToListAsync());

    private static string? Kind(string mail) => mail switch
    {
        _ when mail.Contains("Your note is still waiting") => "once more",
        _ when mail.Contains("An earlier note") => "an earlier note",
        _ when mail.Contains("You have a note waiting") => "Your note is waiting",
        _ when mail.Contains("say that you are fine") => "are you fine",
        _ => null,
    };

    private Task<int> Rungs(IntroducedPair pair) =>
        _host.Inside(pair.Community.Id, services => services.GetRequiredService<MentorshipDb>().RungsTaken.CountAsync());

    private static Task<IReadOnlyList<JsonElement>> Inbox(IntroducedPair pair, Person person) => IntroducedPair.Items(person, $"{pair.Community.Path}/inbox");
}
