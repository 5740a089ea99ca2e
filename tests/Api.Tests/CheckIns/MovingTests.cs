using System.Net;
using System.Text.Json;
using Mentorship.Api.Tests.Hosting;
using Mentorship.Api.Tests.Members;
using Mentorship.Domain.Notices;
using Mentorship.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Mentorship.Api.Tests.CheckIns;

/// <summary>A member moves to where the clock is another, and says so in their profile.</summary>
public sealed class MovingTests : IDisposable
{
    private const string LordHowe = "Australia/Lord_Howe", Dublin = "Europe/Dublin";

    private readonly ApiHost _host = new();

    [Theory]
    [InlineData(LordHowe, Dublin), InlineData(Dublin, LordHowe)]
    public async Task Who_chose_noon_is_asked_at_noon_where_they_are_and_no_date_is_asked_twice(string from, string to)
    {
        var pair = await AskedDaily("12:00", from, livesIn: from);
        await pair.Live(_host.Clock.Now + Duration.FromDays(3));
        var moved = _host.Clock.Now;
        await Live(pair, to);
        await pair.Live(_host.Clock.Now + Duration.FromDays(4));

        var left = await Left(pair);
        Assert.All(left.Where(n => n.SentAt < moved), n => Assert.Equal(12, HourIn(from, n.SentAt)));
        Assert.All(left.Where(n => n.SentAt > moved), n => Assert.Equal(12, HourIn(to, n.SentAt)));
        Assert.InRange(left.Count(n => n.SentAt > moved), 3, 4);
        Assert.Equal(left.Count, left.Select(n => n.Date).Distinct().Count());
        Assert.All(await Plans(pair), p => Assert.Equal(to, p.GetProperty("zoneId").GetString()));
    }

    [Fact]
    public async Task A_plan_that_was_set_by_another_clock_stays_with_it()
    {
        var pair = await AskedDaily("12:00", "Asia/Tokyo", livesIn: Dublin);
        await Live(pair, LordHowe);
        Assert.Equal(["Asia/Tokyo", LordHowe], (await Plans(pair)).Select(p => p.GetProperty("zoneId").GetString()).Distinct().Order());
    }

    [Theory]
    [InlineData("14:00", LordHowe, false)] // 03:00 in Dublin
    [InlineData("03:00", Dublin, true), InlineData("03:00", "Europe/Belfast", true)]
    public async Task A_chosen_hour_goes_in_the_night_only_where_it_is_the_hour_on_their_own_clock(string at, string zone, bool atOnce)
    {
        var pair = await AskedDaily(at, zone, livesIn: Dublin);
        var night = Instant.FromUtc(2026, 10, 28, 3, 0);
        await pair.Live(night - Duration.FromHours(6));
        _host.Clock.MoveTo(night);
        var before = _host.Mail.To(pair.Newcomer.Email).Count(m => m.Contains("/c/"));
        await pair.Dispatch();
        await pair.Deliver();
        Assert.Equal(atOnce ? 1 : 0, _host.Mail.To(pair.Newcomer.Email).Count(m => m.Contains("/c/")) - before);
        _host.Clock.MoveTo(Instant.FromUtc(2026, 10, 28, 8, 0));
        await pair.Deliver();
        Assert.Equal(1, _host.Mail.To(pair.Newcomer.Email).Count(m => m.Contains("/c/")) - before);
    }

    [Fact]
    public async Task Noon_of_where_they_were_wakes_nobody_in_the_night_of_where_they_have_moved_to()
    {
        var pair = await AskedDaily("12:00", LordHowe, livesIn: LordHowe);
        var noon = Instant.FromUtc(2026, 10, 28, 1, 0);
        await pair.Live(noon - Duration.FromHours(6));
        var before = _host.Mail.To(pair.Newcomer.Email).Count(m => m.Contains("/c/"));
        _host.Clock.MoveTo(noon);
        await pair.Dispatch(); // and before the mail has left
        await Live(pair, Dublin);
        await pair.Deliver();
        Assert.Equal(before, _host.Mail.To(pair.Newcomer.Email).Count(m => m.Contains("/c/")));
        _host.Clock.MoveTo(Instant.FromUtc(2026, 10, 28, 8, 0));
        await pair.Deliver();
        Assert.Equal(before + 1, _host.Mail.To(pair.Newcomer.Email).Count(m => m.Contains("/c/")));
    }

    public void Dispose() => _host.Dispose();

    /// <summary>A pair whose newcomer lives somewhere and changed their weekly plan to a daily one.</summary>
    private async Task<IntroducedPair> AskedDaily(string at, string zone, string livesIn)
    {
        var pair = await IntroducedPair.In(_host);
        await pair.Deliver();
        await Live(pair, livesIn);
        var plan = (await Plans(pair)).Single(p => p.GetProperty("layer").GetString() == "weekly").GetProperty("id").GetGuid();
        await pair.Newcomer.Put($"{pair.Community.Path}/plans/{plan}", new { layer = "daily", rhythm = "daily", at, zoneId = zone }).Is(HttpStatusCode.NoContent);
        return pair;
    }

    private static Task Live(IntroducedPair pair, string zone) => pair.Newcomer.Put(
        $"{pair.Community.Path}/members/me/profile", Bodies.Profile.With($$"""{"zoneId":"{{zone}}"}""")).Is(HttpStatusCode.NoContent);

    private static Task<IReadOnlyList<JsonElement>> Plans(IntroducedPair pair) => pair.Newcomer.Items($"{pair.Path}/plans");

    private static int HourIn(string zone, Instant at) => at.InZone(DateTimeZoneProviders.Tzdb[zone]).Hour;

    private Task<List<Asked>> Left(IntroducedPair pair) => _host.Inside(pair.Community.Id, async services =>
    {
        var db = services.GetRequiredService<MentorshipDb>();
        var dates = await db.CheckIns.Where(c => c.Member == pair.Newcomer.Id).ToDictionaryAsync(c => c.Id.Value, c => c.ScheduledDate);
        var sent = await db.Notices.Where(n => n.Recipient == pair.Newcomer.Id && n.Kind == NoticeKind.CheckInDue && n.SentAt != null).ToListAsync();
        return sent.Select(n => new Asked(n.SentAt!.Value, dates[n.Subject])).ToList();
    });

    private sealed record Asked(Instant SentAt, LocalDate Date);
}
