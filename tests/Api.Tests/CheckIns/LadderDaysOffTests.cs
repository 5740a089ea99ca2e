using System.Net.Http.Json;
using Mentorship.Api.Features.CheckIns;
using Mentorship.Api.Tests.Hosting;
using Mentorship.Domain.CheckIns;
using Mentorship.Domain.CheckIns.Ladder;
using Mentorship.Domain.Notices;
using Mentorship.Infrastructure.Persistence;
using Mentorship.Infrastructure.Persistence.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Mentorship.Api.Tests.CheckIns;

/// <summary>A note of the ladder waits for the morning, and the morning is a day off of the member whom it is about.</summary>
public sealed class LadderDaysOffTests : IDisposable
{
    private const string Far = "2026-12-24";

    private readonly ApiHost _host = new();

    [Theory]
    [InlineData("2026-10-26", 1), InlineData(Far, 2)]
    public async Task A_reminder_of_the_night_does_not_leave_on_a_day_off(string off, int notes)
    {
        var pair = await IntroducedPair.In(_host);
        await pair.TakeOff(off, off);
        await pair.Live(Instant.FromUtc(2026, 10, 26, 12, 0)); // asked on Sunday at six, and once more at ten: that is for the morning
        Assert.Equal(notes, _host.Mail.To(pair.Newcomer.Email).Count(m => m.Contains("/c/")));
    }

    [Theory]
    [InlineData("2026-11-04", 0), InlineData(Far, 1)]
    public async Task Nobody_is_asked_whether_they_are_fine_on_a_day_off_though_nothing_ran_in_the_night(string off, int notes)
    {
        var pair = await IntroducedPair.In(_host);
        await pair.TakeOff(off, off);
        await pair.Live(Instant.FromUtc(2026, 11, 3, 17, 30)); // the second one has half an hour left
        await _host.Send(new SetQuietHours(new(pair.Community.Id, pair.Newcomer.Id, Domain.Members.Roles.Newcomer), "19:00", "08:00"));
        _host.Clock.MoveTo(Instant.FromUtc(2026, 11, 3, 19, 30));
        await pair.Jobs();
        await pair.Jobs();
        Assert.Equal(NoticeState.Waiting, (await Note(pair, NoticeKind.HelloUnlessFine)).State);

        _host.Clock.MoveTo(Instant.FromUtc(2026, 11, 4, 8, 0));
        await pair.Deliver();
        Assert.Equal(notes, _host.Mail.To(pair.Newcomer.Email).Count(m => m.Contains("say that you are fine")));

        await pair.Live(Instant.FromUtc(2026, 11, 6, 12, 0));
        Assert.Equal(notes, _host.Mail.To(pair.Mentor.Email).Count(m => m.Contains("glad of a hello")));
        Assert.Equal(notes == 0 ? SilenceEnd.AtRest : null, (await Silences(pair))[0].EndedBy);
    }

    [Theory]
    [InlineData("2026-11-05", 0), InlineData(Far, 1)]
    public async Task The_mentor_hears_nothing_of_somebody_who_has_the_day_off(string off, int notes)
    {
        var pair = await IntroducedPair.In(_host);
        await pair.TakeOff(off, off);
        var nights = new { from = "10:00", to = "22:30" }; // told at half past ten, so that the mentor's note waits a day later for the morning
        await pair.Newcomer.Http.PutAsJsonAsync($"{pair.Community.Path}/members/me/quiet-hours", nights);
        await pair.Live(Instant.FromUtc(2026, 11, 4, 23, 0));
        Assert.Equal(NoticeState.Waiting, (await Note(pair, NoticeKind.HelloMightBeWelcome)).State);

        await pair.Live(Instant.FromUtc(2026, 11, 6, 12, 0));
        Assert.Equal(notes, _host.Mail.To(pair.Mentor.Email).Count(m => m.Contains("glad of a hello")));
    }

    [Fact]
    public async Task A_day_off_that_has_passed_while_the_mail_was_away_ends_what_waited_too()
    {
        var pair = await IntroducedPair.In(_host);
        await pair.TakeOff("2026-11-05", "2026-11-05");
        await pair.Newcomer.Http.PutAsJsonAsync($"{pair.Community.Path}/members/me/quiet-hours", new { from = "10:00", to = "22:30" });
        await pair.Live(Instant.FromUtc(2026, 11, 4, 23, 0));
        _host.Clock.MoveTo(Instant.FromUtc(2026, 11, 6, 9, 0));
        await pair.Deliver();
        Assert.DoesNotContain(_host.Mail.To(pair.Mentor.Email), m => m.Contains("glad of a hello"));
    }

    [Fact]
    public async Task A_reminder_whose_plan_has_a_zone_that_is_known_no_more_is_tried_again_and_holds_up_nobody()
    {
        var pair = await IntroducedPair.In(_host);
        await pair.TakeOff(Far, Far);
        await pair.Live(Instant.FromUtc(2026, 10, 25, 23, 30));
        await _host.Inside(pair.Community.Id, services => services.GetRequiredService<MentorshipDb>().Plans
            .ExecuteUpdateAsync(p => p.SetProperty(x => x.Times.ZoneId, "Nowhere/Else")));
        await Notices.Queue.Add(_host, pair.Community.Id, pair.Newcomer, NoticeKind.PairingIntroduced, 1);
        var before = _host.Mail.All.Count();
        _host.Clock.MoveTo(Instant.FromUtc(2026, 10, 26, 8, 0));

        await pair.Deliver();

        Assert.Equal(before + 1, _host.Mail.All.Count());
        Assert.Equal(NoticeState.Waiting, (await Note(pair, NoticeKind.CheckInRepeated)).State);
        Assert.Contains(_host.Log.All, line => line.Contains("could not be made: RuleBroken", StringComparison.Ordinal));
    }

    public void Dispose() => _host.Dispose();

    private Task<Notice> Note(IntroducedPair pair, NoticeKind kind) => _host.Inside(pair.Community.Id, services =>
        services.GetRequiredService<MentorshipDb>().Notices.AsNoTracking().SingleAsync(n => n.Kind == kind));

    private Task<List<Silence>> Silences(IntroducedPair pair) => _host.Inside(pair.Community.Id, services =>
        services.GetRequiredService<MentorshipDb>().Silences.AsNoTracking().OrderBy(s => s.BeganAt).ToListAsync());
}
