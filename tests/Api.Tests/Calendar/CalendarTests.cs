using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Mentorship.Api.Features.CheckIns;
using Mentorship.Api.Tests.CheckIns;
using Mentorship.Api.Tests.Hosting;
using Mentorship.Domain;
using Mentorship.Domain.Members;
using Mentorship.Domain.Notices;
using Mentorship.Domain.Time;
using NodaTime;

namespace Mentorship.Api.Tests.Calendar;

/// <summary>The calendar that somebody reads in a program of their own.</summary>
public sealed class CalendarTests : IDisposable
{
    private readonly ApiHost _host = new();

    [Fact]
    public async Task It_is_read_by_its_link_without_a_log_in_and_holds_the_notes_of_the_coming_sixty_days()
    {
        var pair = await IntroducedPair.In(_host);
        var answer = await Stranger.GetAsync(await Link(pair, pair.Newcomer));
        Assert.Equal(("text/calendar", "utf-8"), (answer.Content.Headers.ContentType!.MediaType, answer.Content.Headers.ContentType.CharSet));
        Assert.True(answer.Headers.CacheControl!.Private);
        var weekly = CalendarReader.Read(await answer.Content.ReadAsStringAsync()).Starts.Where(at => at.InZone(Zones.Get("Europe/Dublin")).TimeOfDay == new LocalTime(18, 0)).ToList();
        Assert.Contains(IntroducedPair.FirstDue, weekly);
        Assert.All(weekly, at => Assert.True(at < _host.Clock.Now + Duration.FromDays(60)));
    }

    [Fact]
    public async Task Nothing_in_it_tells_neither_the_link_nor_the_name_of_the_file()
    {
        var pair = await IntroducedPair.In(_host);
        await Agree(pair, pair.Mentor, _host.Clock.Now + Duration.FromDays(2));
        var link = await Link(pair, pair.Newcomer);
        var answer = await Stranger.GetAsync(link);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.Empty(TellingWords.FindIn($"{link}\n{answer.Content.Headers.ContentDisposition}\n{text}"));
        Assert.DoesNotContain("Marker", text);
    }

    [Fact]
    public async Task A_revoked_link_and_one_of_before_lead_nowhere()
    {
        var pair = await IntroducedPair.In(_host);
        var first = await Link(pair, pair.Newcomer);
        var second = await Link(pair, pair.Newcomer);
        Assert.Equal(HttpStatusCode.NotFound, (await Stranger.GetAsync(first)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await Stranger.GetAsync(second)).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await pair.Newcomer.Http.DeleteAsync(Address(pair))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Stranger.GetAsync(second)).StatusCode);
    }

    [Fact]
    public async Task Read_again_unchanged_it_is_not_sent_again()
    {
        var pair = await IntroducedPair.In(_host);
        var link = await Link(pair, pair.Newcomer);
        var tag = (await Stranger.GetAsync(link)).Headers.ETag!;
        Assert.Equal(HttpStatusCode.NotModified, (await Again(link, tag)).StatusCode);
        var looked = await Stranger.SendAsync(new(HttpMethod.Head, link));
        Assert.Equal((HttpStatusCode.OK, tag, 0), (looked.StatusCode, looked.Headers.ETag, (await looked.Content.ReadAsByteArrayAsync()).Length));
        await Agree(pair, pair.Mentor, _host.Clock.Now + Duration.FromDays(2));
        Assert.Equal(HttpStatusCode.OK, (await Again(link, tag)).StatusCode);
    }

    [Fact]
    public async Task What_the_two_have_agreed_is_in_both_their_calendars_until_either_clears_it()
    {
        var pair = await IntroducedPair.In(_host);
        var (mentors, newcomers) = (await Link(pair, pair.Mentor), await Link(pair, pair.Newcomer));
        var at = _host.Clock.Now + Duration.FromDays(2);
        await Agree(pair, pair.Mentor, at);
        Assert.Equal([at, at], (await Talks(mentors)).Concat(await Talks(newcomers)));
        Assert.Equal(at.ToString(), (await pair.Newcomer.Http.GetFromJsonAsync<JsonElement>(pair.Path)).GetProperty("nextMeetingAt").GetString());
        await Agree(pair, pair.Newcomer, null);
        Assert.Empty((await Talks(mentors)).Concat(await Talks(newcomers)));
    }

    [Fact]
    public async Task A_talk_that_runs_stays_until_its_hour_is_over()
    {
        var pair = await IntroducedPair.In(_host);
        var (link, at) = (await Link(pair, pair.Newcomer), _host.Clock.Now + Duration.FromMinutes(30));
        await Agree(pair, pair.Mentor, at);
        _host.Clock.MoveTo(at + Duration.FromMinutes(59));
        Assert.Equal([at], await Talks(link));
        _host.Clock.MoveTo(at + Duration.FromHours(1));
        Assert.Empty(await Talks(link));
    }

    [Fact]
    public async Task Nobody_agrees_on_a_moment_that_has_passed()
    {
        var pair = await IntroducedPair.In(_host);
        Assert.Equal(HttpStatusCode.BadRequest, (await Put(pair, pair.Mentor, _host.Clock.Now)).StatusCode);
    }

    [Theory]
    [InlineData("America/New_York", "02:30", 2027, 3, 1)]
    [InlineData("America/New_York", "01:30", 2027, 10, 20)]
    [InlineData("Europe/London", "01:30", 2027, 3, 10)]
    [InlineData("Australia/Lord_Howe", "01:45", 2027, 3, 10)]
    [InlineData("Australia/Lord_Howe", "02:15", 2027, 9, 15)]
    [InlineData("Africa/Casablanca", "02:30", 2027, 3, 1)]
    public async Task Across_a_clock_change_each_date_has_one_note_at_its_local_time_and_one_that_is_skipped_is_after_the_gap(
        string zone, string time, int year, int month, int day)
    {
        _host.Clock.MoveTo(Instant.FromUtc(year, month, day, 12, 0));
        var pair = await IntroducedPair.In(_host);
        await _host.Send(new AddPlan(new Actor(pair.Community.Id, pair.Newcomer.Id, Roles.Newcomer), pair.Pairing, Layer.Daily, "daily", time, zone));
        var read = await ReadCalendar(await Link(pair, pair.Newcomer));
        var local = read.Starts.Select(at => at.InZone(Zones.Get(zone))).ToList();
        var asked = local.Where(l => $"{l.TimeOfDay:HH:mm}" == time).ToList();
        Assert.InRange(asked.Count, 58, 60);
        Assert.Equal(asked.Count, asked.DistinctBy(l => l.Date).Count());
        var missing = Enumerable.Range(0, Period.DaysBetween(asked[0].Date, asked[^1].Date)).Select(asked[0].Date.PlusDays).Except(asked.Select(l => l.Date)).ToList();
        Assert.All(missing, date => Assert.Contains(local, l => l.Date == date && Zones.Get(zone).MapLocal(date.At(asked[0].TimeOfDay)) is { Count: 0 } gap && gap.LateInterval.Start == l.ToInstant()));
    }

    public void Dispose() => _host.Dispose();

    private HttpClient Stranger => field ??= _host.CreateClient();

    private static string Address(IntroducedPair pair) => $"{pair.Community.Path}/members/me/calendar";

    private static async Task<Uri> Link(IntroducedPair pair, Person person)
    {
        var made = await person.Http.PostAsync(Address(pair), null);
        return new((await made.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("url").GetString()!);
    }

    private static async Task Agree(IntroducedPair pair, Person person, Instant? at) =>
        Assert.Equal(HttpStatusCode.NoContent, (await Put(pair, person, at)).StatusCode);

    private static Task<HttpResponseMessage> Put(IntroducedPair pair, Person person, Instant? at)
    {
        var request = new HttpRequestMessage(HttpMethod.Put, $"{pair.Path}/next-talk") { Content = JsonContent.Create(new { at = at?.ToString() }) };
        request.Headers.Add("If-Match", "*");
        return person.Http.SendAsync(request);
    }

    private Task<HttpResponseMessage> Again(Uri link, System.Net.Http.Headers.EntityTagHeaderValue tag)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, link);
        request.Headers.IfNoneMatch.Add(tag);
        return Stranger.SendAsync(request);
    }

    private async Task<CalendarReader> ReadCalendar(Uri link) => CalendarReader.Read(await Stranger.GetStringAsync(link));

    private async Task<IEnumerable<Instant>> Talks(Uri link)
    {
        var read = await ReadCalendar(link);
        return read.Starts.Where((_, i) => read.Events[i]["SUMMARY"] == "A talk");
    }
}
