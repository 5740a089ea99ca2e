using System.Net;
using System.Text;
using System.Text.Json;
using Mentorship.Api.Jobs;
using Mentorship.Api.Tests.CheckIns;
using Mentorship.Api.Tests.Hosting;
using Mentorship.Api.Tests.Members;
using Mentorship.Domain.Notices;
using Mentorship.Infrastructure.Persistence;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Mentorship.Api.Tests.Progress;

/// <summary>
/// A member keeps a date, begins anew, writes a plan, sets goals, marks work and reaches a milestone, everything being logged that can be. Then
/// no date, count, milestone or word of it stands where it could leave: in a mail, a notice, the audit trail, a log line, an address.
/// </summary>
public sealed class ProgressSecrecyTests : IAsyncLifetime
{
    private static readonly string[] Marks =
        ["2011-03-08", "2011, 3, 8", "08 March 2011", "2026-09-29", "months clean", "month clean", "days clean", "30 days", "orange", "zmarker", "1 month", "working-on", "what-helps"];

    private readonly string _file = Path.Combine(Directory.CreateTempSubdirectory("mentorship-test-").FullName, "test.db");
    private readonly Watched _host;
    private readonly List<string> _addresses = [];

    public ProgressSecrecyTests() => _host = new Watched($"Data Source={_file}");

    [Fact]
    public async Task Nothing_of_it_leaves_and_nothing_of_it_stands_in_the_database_in_clear()
    {
        var pair = await Drive();

        Assert.Contains(_host.Mail.To(pair.Newcomer.Email), mail => mail.Contains("something kind for you"));
        foreach (var mail in _host.Mail.All) Assert.Empty(TellingWords.FindIn($"{mail.Subject} {mail.Body}"));
        AssertNothingIn(_host.Mail.All.Select(m => $"{m.MessageId} {m.Subject} {m.Body} {m.OneClickUnsubscribe}"));
        Assert.Contains(_host.Log.All, line => line.StartsWith("Trace", StringComparison.Ordinal));
        AssertNothingIn(_host.Log.All);
        AssertNothingIn(_addresses);
        Assert.All(_addresses, address => Assert.Empty(TellingWords.FindIn(address)));

        var (audit, notices) = await _host.Inside(pair.Community.Id, async services =>
        {
            var db = services.GetRequiredService<MentorshipDb>();
            return (await db.Audit.ToListAsync(), await db.Notices.ToListAsync());
        });
        AssertNothingIn([JsonSerializer.Serialize(audit), JsonSerializer.Serialize(notices)]);
        var own = audit.Where(a => a.Actor == pair.Newcomer.Id).Select(a => a.Code).Distinct();
        Assert.Equal("progress-changed", Assert.Single(own, code => code.StartsWith("progress", StringComparison.Ordinal) || code.Contains("time") || code.Contains("goal")));
        Assert.DoesNotContain(own, code => code.Contains("work") || code.Contains("carr") || code.Contains("line"));

        var bytes = Contents();
        Assert.Contains("Marker", bytes);
        AssertNothingIn([bytes]);
    }

    [Theory]
    [InlineData("me"), InlineData("mentor")]
    public async Task What_an_operator_sees_of_a_new_first_day_is_what_they_see_of_a_corrected_one_whoever_may_see_it(string audience)
    {
        var pair = await IntroducedPair.In(_host);
        var path = await Begin(pair, "2011-03-08");
        await pair.Newcomer.Put($"{path}/time/audience", new { audience }, ifMatch: null).Is(HttpStatusCode.NoContent);
        await pair.Newcomer.Put($"{path}/time", new { since = "2011-03-07", earlierStays = false }).Is(HttpStatusCode.OK); // what is done once only is done
        var corrected = await LinesOf(() => pair.Newcomer.Put($"{path}/time", new { since = "2011-03-09", earlierStays = false }).Is(HttpStatusCode.OK));
        var anew = await LinesOf(() => pair.Newcomer.Put($"{path}/time", new { since = "2026-10-19", earlierStays = true }).Is(HttpStatusCode.OK));

        Assert.Contains(Words(anew), line => line.Contains("UPDATE", StringComparison.Ordinal));
        Assert.Equal(Words(corrected), Words(anew));
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync()
    {
        _host.Dispose();
        Directory.Delete(Path.GetDirectoryName(_file)!, recursive: true);
        return Task.CompletedTask;
    }

    private async Task<IntroducedPair> Drive()
    {
        var pair = await IntroducedPair.In(_host);
        var (me, own) = (pair.Newcomer, $"{pair.Community.Path}/progress");
        var path = await Begin(pair, "2011-03-08");
        await Put(me, $"{path}/time", new { since = "2026-09-29", earlierStays = true, earlierUntil = "2026-09-28" }, HttpStatusCode.OK);
        await Put(me, $"{path}/time", new { since = "2011-03-08", definition = "zmarker", earlierStays = true }, HttpStatusCode.Conflict);
        await Put(me, $"{path}/work", new { marks = new[] { new { number = 1, state = "working-on" } } }, HttpStatusCode.NoContent);
        await Put(me, $"{own}/plan", new { lines = new[] { new { section = "what-helps", text = "zmarkerline" } } }, HttpStatusCode.NoContent);
        await Put(me, $"{own}/plan", new { lines = new[] { new { section = "what-helps", text = "zmarker\nline" } } }, HttpStatusCode.BadRequest);
        await me.Post($"{pair.Path}/goals", new { text = "zmarkergoal" }).Is(HttpStatusCode.Created);
        foreach (var part in new[] { "time", "work" }) await Put(me, $"{path}/{part}/audience", new { audience = "mentor" }, HttpStatusCode.NoContent);
        foreach (var read in new[] { own, path, $"{own}/support", $"{pair.Path}/progress", $"{pair.Path}/goals", "/plan" }) await Get(me, read);
        await Get(pair.Mentor, $"{pair.Path}/progress");
        _host.Clock.MoveTo(Instant.FromUtc(2026, 10, 29, 10, 0));
        var scopes = _host.Services.GetRequiredService<IServiceScopeFactory>();
        foreach (var name in (string[])["send-kind-words", "send-notices"]) await Timetable.Standard.Get(name).Run(scopes, default);
        return pair;
    }

    private async Task<string> Begin(IntroducedPair pair, string since)
    {
        var made = await pair.Newcomer.Post($"{pair.Community.Path}/progress", new { pathway = "na", since });
        _addresses.Add(made.Headers.Location!.ToString());
        return _addresses[^1];
    }

    private async Task Put(Person person, string path, object body, HttpStatusCode status)
    {
        _addresses.Add(path);
        await person.Put(path, body).Is(status);
    }

    private async Task Get(Person person, string path)
    {
        _addresses.Add(path);
        Assert.Equal(HttpStatusCode.OK, (await person.Http.GetAsync(path)).StatusCode);
    }

    private async Task<IReadOnlyList<string>> LinesOf(Func<Task> step)
    {
        var before = _host.Log.All.Count;
        await step();
        return [.. _host.Log.All.Skip(before)];
    }

    /// <summary>The lines without their numbers and ids, each once: the two differ in times and in whether a pool was warm.</summary>
    private static IEnumerable<string> Words(IEnumerable<string> lines) => lines
        .Where(line => line.Contains("Mentorship", StringComparison.Ordinal) || line.Contains("Request", StringComparison.Ordinal) || line.Contains("UPDATE", StringComparison.Ordinal))
        .Select(line => System.Text.RegularExpressions.Regex.Replace(line, @"[0-9a-fA-F-]{8,}|[0-9][0-9.,]*", "")).Distinct().Order();

    private string Contents() => string.Concat(Directory.GetFiles(Path.GetDirectoryName(_file)!, "test.db*").Select(file =>
    {
        using var reader = new StreamReader(new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite), Encoding.Latin1);
        return reader.ReadToEnd();
    }));

    private static void AssertNothingIn(IEnumerable<string> texts)
    {
        var all = texts.ToList();
        Assert.NotEmpty(all);
        foreach (var mark in Marks) Assert.DoesNotContain(all, text => text.Contains(mark, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Logs whatever can be logged.</summary>
    private sealed class Watched(string connection) : ApiHost(connection: connection)
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            foreach (var category in (string[])["Default", "Microsoft.AspNetCore", "Microsoft.EntityFrameworkCore"])
                builder.UseSetting($"Logging:LogLevel:{category}", "Trace");
        }
    }
}
