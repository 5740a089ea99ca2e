using System.Net.Http.Json;
using System.Text.Json;
using Mentorship.Api.Features.CheckIns;
using Mentorship.Api.Features.Pairings;
using Mentorship.Api.Tests.CheckIns;
using Mentorship.Api.Tests.Hosting;
using Mentorship.Domain;
using Mentorship.Domain.Members;
using Mentorship.Domain.Time;
using NodaTime;

namespace Mentorship.Api.Tests.Calendar;

/// <summary>
/// The calendar as a program of somebody else reads it, with the zones of its own system: so in places whose rules are old, for that system's may
/// be older than ours (<see cref="CalendarTests"/> has Casablanca).
/// </summary>
public sealed class CalendarProgramTests : IDisposable
{
    private readonly ApiHost _host = new();

    [CalendarProgramTheory]
    [InlineData("America/New_York", "02:30", 2027, 3, 1)]
    [InlineData("America/New_York", "01:30", 2027, 10, 20)]
    [InlineData("Australia/Lord_Howe", "01:45", 2027, 3, 10)]
    [InlineData("Australia/Lord_Howe", "02:15", 2027, 9, 15)]
    public async Task Across_a_clock_change_it_has_one_note_a_day_at_the_wanted_time(string zone, string time, int year, int month, int day)
    {
        _host.Clock.MoveTo(Instant.FromUtc(year, month, day, 12, 0));
        var pair = await IntroducedPair.In(_host);
        var plan = await _host.Send(new AddPlan(new Actor(pair.Community.Id, pair.Newcomer.Id, Roles.Newcomer), pair.Pairing, Layer.Daily, "daily", time, zone));
        var talk = Zones.Get(zone).AtLeniently(_host.Clock.Now.InZone(Zones.Get(zone)).Date.PlusDays(20).At(new LocalTime(19, 30)));
        var mentor = new Actor(pair.Community.Id, pair.Mentor.Id, Roles.Mentor);
        await _host.Send(new SetNextMeeting(mentor, pair.Pairing, IfVersion: null, talk.ToInstant()));
        var made = await pair.Newcomer.Http.PostAsync($"{pair.Community.Path}/members/me/calendar", null);
        var link = (await made.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("url").GetString();
        var calendar = await _host.CreateClient().GetStringAsync(link);

        var read = CalendarProgram.Read(calendar, zone, time).Where(e => e.Of == $"{plan.Value:N}").ToList();

        Assert.InRange(read.Count, 59, 60);
        Assert.All(read, e => Assert.Equal((true, "600", "A note is waiting"), (e.IsRight, e.Seconds, e.Title)));
        Assert.Equal(read.Count, read.Select(e => e.Date).Distinct().Count());
        var agreed = Assert.Single(CalendarProgram.Read(calendar, zone, "19:30"), e => e.Of == $"{pair.Pairing.Value:N}");
        Assert.Equal((true, $"{talk.Date:uuuu-MM-dd}", "3600", "A talk"), (agreed.IsRight, agreed.Date, agreed.Seconds, agreed.Title));
    }

    public void Dispose() => _host.Dispose();
}
