using System.Net;
using Mentorship.Api.Features.CheckIns;
using Mentorship.Api.Tests.Hosting;
using Mentorship.Api.Tests.Members;
using Mentorship.Domain;
using Mentorship.Domain.CheckIns;
using Mentorship.Engines;
using Mentorship.Infrastructure.Notices.Email;
using Mentorship.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Mentorship.Api.Tests.CheckIns;

/// <summary>Two who write the same check-in: what is true of it is kept, whoever was first.</summary>
public class AtTheSameMomentTests
{
    [EveryEngine]
    public async Task That_a_check_in_has_left_is_known_whoever_wrote_it_while_it_left(Engine engine)
    {
        await using var database = await TestDatabase.New(engine);
        var meanwhile = new Meanwhile();
        await using var host = new InterceptedHost(database, meanwhile);
        var pair = await IntroducedPair.Asked(host);
        var id = (await pair.CheckIn()).GetProperty("id").GetGuid();
        meanwhile.Before<CheckIn>(() => pair.Newcomer.Post($"{pair.Community.Path}/check-ins/{id}/contact").Is(HttpStatusCode.OK));

        await pair.Deliver();

        Assert.True(meanwhile.IsOver);
        Assert.Equal("sent", await pair.State());
        Assert.Single(await IntroducedPair.Items(pair.Community.Coordinator, $"{pair.Community.Path}/concerns"));
        Assert.Single(host.Mail.To(pair.Newcomer.Email), mail => mail.Contains("/c/"));
        await pair.LapseAfterGrace();
        Assert.Equal("missed", await pair.State());
    }

    [Theory]
    [InlineData("pause", "excused"), InlineData("answer", "answered")]
    public async Task What_was_settled_while_it_left_stays_settled(string step, string state)
    {
        await using var database = await TestDatabase.New(Engine.Sqlite);
        var meanwhile = new Meanwhile();
        await using var host = new InterceptedHost(database, meanwhile);
        var pair = await IntroducedPair.Asked(host);
        meanwhile.Before<CheckIn>(() => step == "pause" ? pair.Post(pair.Mentor, step) : pair.Answer(new { question = "today", choice = "good" }));

        await pair.Deliver();

        Assert.True(meanwhile.IsOver);
        Assert.Equal(state, await pair.State());
    }

    [EveryEngine]
    public async Task An_answer_at_the_moment_in_which_its_time_passes_is_an_answer(Engine engine)
    {
        await using var database = await TestDatabase.New(engine);
        var meanwhile = new Meanwhile();
        await using var host = new InterceptedHost(database, meanwhile);
        var pair = await IntroducedPair.Asked(host);
        await pair.Deliver();
        meanwhile.Before<CheckIn>(() => pair.Answer(new { question = "today", choice = "good" }));

        await pair.LapseAfterGrace(); // it has looked, and then the answer comes

        Assert.Equal("answered", await pair.State());
        Assert.DoesNotContain("check-in-missed", await Audit(pair));
    }

    [EveryEngine]
    public async Task An_answer_that_finds_its_time_passed_when_it_is_saved_is_kept_as_a_late_one(Engine engine)
    {
        await using var database = await TestDatabase.New(engine);
        var meanwhile = new Meanwhile();
        await using var host = new InterceptedHost(database, meanwhile);
        var pair = await IntroducedPair.Asked(host);
        await pair.Deliver();
        meanwhile.Before<CheckIn>(pair.LapseAfterGrace);

        await pair.Answer(new { question = "today", choice = "good" });

        var late = await pair.CheckIn();
        Assert.Equal(("answered", true), (late.GetProperty("state").GetString(), late.GetProperty("answeredLate").GetBoolean()));
        Assert.Contains("check-in-missed", await Audit(pair));
    }

    [EveryEngine]
    public async Task Of_two_devices_that_send_one_form_the_first_answers_and_the_call_of_the_second_is_made(Engine engine)
    {
        await using var database = await TestDatabase.New(engine);
        var meanwhile = new Meanwhile();
        await using var host = new InterceptedHost(database, meanwhile);
        var pair = await IntroducedPair.Asked(host);
        await pair.Deliver();
        meanwhile.Before<CheckIn>(() => Send(pair, "q.today", "good"));

        var second = await Send(pair, "q.contact", "call-me");

        Assert.True(meanwhile.IsOver);
        Assert.Contains("being told now", second);
        Assert.Contains("What else you sent just now changed nothing", second);
        var kept = Assert.Single((await pair.CheckIn()).GetProperty("answers").EnumerateArray());
        Assert.Equal("today", kept.GetProperty("question").GetString());
        Assert.Single(await IntroducedPair.Items(pair.Community.Coordinator, $"{pair.Community.Path}/concerns"));
    }

    [EveryEngine]
    public async Task Of_four_devices_that_send_one_form_at_once_one_answers_and_their_calls_are_one(Engine engine)
    {
        await using var host = await EngineHost.On(engine);
        var pair = await IntroducedPair.Asked(host.Api);
        await pair.Deliver();

        var pages = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Send(pair, "q.contact", "call-me")));

        Assert.All(pages, page => Assert.Contains("being told now", page));
        Assert.Single(pages, page => page.Contains("Your answer is kept"));
        Assert.Single((await pair.CheckIn()).GetProperty("answers").EnumerateArray());
        Assert.Single(await IntroducedPair.Items(pair.Community.Coordinator, $"{pair.Community.Path}/concerns"));
    }

    [Fact]
    public async Task What_waits_for_the_mail_server_is_left_alone_by_the_ladder_and_repeated_some_hours_after_it_has_left()
    {
        using var host = new ApiHost();
        var pair = await IntroducedPair.Asked(host);
        host.Mail.FailsWith = new EmailUnavailable("connection");
        await pair.Deliver();
        host.Clock.MoveTo(Instant.FromUtc(2026, 10, 26, 9, 0));

        Assert.Equal(0, await Climb(pair));
        host.Mail.FailsWith = null;
        await pair.Deliver();
        Assert.Equal("sent", await pair.State());

        host.Clock.Advance(Duration.FromHours(3));
        await Repeated(pair, 1);
        host.Clock.Advance(Duration.FromHours(1));
        await Repeated(pair, 2);
    }

    private static async Task<string> Send(IntroducedPair pair, string field, string value)
    {
        var link = pair.Host.Mail.LinkTo(pair.Newcomer.Email);
        var answer = await pair.Host.CreateClient().PostAsync(link, new FormUrlEncodedContent([new(field, value)]));
        return await answer.Content.ReadAsStringAsync();
    }

    /// <summary>So many notes of it have come once the ladder has done what is due.</summary>
    private static async Task Repeated(IntroducedPair pair, int mails)
    {
        while (await Climb(pair) > 0) await pair.Deliver();
        Assert.Equal(mails, pair.Host.Mail.To(pair.Newcomer.Email).Count(mail => mail.Contains("/c/")));
    }

    private static Task<int> Climb(IntroducedPair pair) => pair.Host.Send(new ClimbLadder(Actor.System(pair.Community.Id), 100));

    private static Task<List<string>> Audit(IntroducedPair pair) => pair.Host.Inside(pair.Community.Id, services =>
        services.GetRequiredService<MentorshipDb>().Audit.Select(a => a.Code).ToListAsync());
}
