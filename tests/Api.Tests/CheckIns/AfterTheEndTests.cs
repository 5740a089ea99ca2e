using Mentorship.Api.Features.CheckIns;
using Mentorship.Api.Features.Pairings;
using Mentorship.Api.Tests.Hosting;
using Mentorship.Api.Tests.Members;
using Mentorship.Domain;
using Mentorship.Domain.CheckIns.Ladder;
using Mentorship.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Mentorship.Api.Tests.CheckIns;

/// <summary>Nobody is told to call somebody whose contact they are no more.</summary>
public sealed class AfterTheEndTests : IDisposable
{
    private readonly ApiHost _host = new();

    [Theory]
    [InlineData("end"), InlineData("block")]
    public async Task A_hello_that_waits_for_the_morning_is_not_told_when_the_two_have_parted(string how)
    {
        var pair = await Night("say-hi");
        await Part(pair, how);

        await Morning(pair);

        Assert.DoesNotContain(_host.Mail.To(pair.Mentor.Email), m => m.Contains("glad of a hello"));
    }

    [Fact]
    public async Task It_is_told_in_the_morning_when_they_have_not_and_the_inbox_keeps_what_was_told()
    {
        var pair = await Night("say-hi");
        await Morning(pair);
        Assert.Single(_host.Mail.To(pair.Mentor.Email), m => m.Contains("glad of a hello"));
        await Part(pair, "end");
        Assert.Contains("hello-wished-for", await Inbox(pair.Mentor, pair));
    }

    [Theory]
    [InlineData("say-hi", "end"), InlineData("say-hi", "block"), InlineData("call-me", "end"), InlineData("call-me", "block")]
    public async Task What_was_not_told_before_the_two_parted_is_not_told_in_the_inbox_either(string choice, string how)
    {
        var pair = await IntroducedPair.Asked(_host);
        await pair.Deliver();
        await pair.Answer(new { question = "contact", choice });
        Assert.Contains(choice == "say-hi" ? "hello-wished-for" : "someone-asks-for-contact", await Inbox(pair.Mentor, pair)); // at once
        await Part(pair, how);

        Assert.DoesNotContain(await Inbox(pair.Mentor, pair), kind => kind is "hello-wished-for" or "someone-asks-for-contact");
        Assert.Contains("pairing-ended", await Inbox(pair.Mentor, pair));
    }

    [Theory]
    [InlineData("end"), InlineData("block")]
    public async Task Each_of_the_two_goes_on_to_read_their_own_check_ins_and_nothing_of_the_other(string how)
    {
        var pair = await IntroducedPair.In(_host);
        await pair.Mentor.Post($"{pair.Path}/plans", new { layer = "weekly", rhythm = "weekly:Sun", at = "18:00", zoneId = "Europe/Dublin" })
            .Is(System.Net.HttpStatusCode.Created);
        _host.Clock.MoveTo(IntroducedPair.FirstDue);
        await pair.Dispatch();
        foreach (var person in new[] { pair.Mentor, pair.Newcomer })
        {
            var own = (await person.Items($"{pair.Path}/check-ins")).Single(c => c.GetProperty("yours").GetBoolean()).GetProperty("id").GetGuid();
            await person.Post($"{pair.Community.Path}/check-ins/{own}/answers", new { answers = new[] { new { question = "today", choice = "good", audience = "mentor" } } })
                .Is(System.Net.HttpStatusCode.OK);
            Assert.Single(await person.Items($"{pair.Path}/check-ins"), c => c.GetProperty("yours").GetBoolean());
        }
        foreach (var person in new[] { pair.Mentor, pair.Newcomer })
            Assert.Equal(2, (await person.Items($"{pair.Path}/check-ins")).Sum(c => c.GetProperty("answers").GetArrayLength()));
        await Part(pair, how);

        foreach (var person in new[] { pair.Mentor, pair.Newcomer })
        {
            var own = Assert.Single(await person.Items($"{pair.Path}/check-ins"));
            Assert.True(own.GetProperty("yours").GetBoolean());
            Assert.Equal("good", own.GetProperty("answers")[0].GetProperty("choice").GetString());
        }
    }

    [Fact]
    public async Task A_call_that_could_not_leave_does_not_reach_who_was_blocked_meanwhile_and_the_coordinators_have_it()
    {
        var pair = await IntroducedPair.Asked(_host);
        await pair.Deliver();
        await pair.Answer(new { question = "contact", choice = "call-me" });
        await Part(pair, "block");

        await pair.Deliver();

        Assert.DoesNotContain(_host.Mail.To(pair.Mentor.Email), m => m.Contains("hopes to hear"));
        Assert.Single(await pair.Community.Coordinator.Items($"{pair.Community.Path}/concerns"));
    }

    [Fact]
    public async Task Who_blocked_their_contact_calls_the_coordinators_alone()
    {
        var pair = await IntroducedPair.Asked(_host);
        await pair.Deliver();
        await Part(pair, "block");

        await pair.Answer(new { question = "contact", choice = "call-me" });

        Assert.DoesNotContain(await pair.Mentor.Items($"{pair.Community.Path}/inbox"), n => n.GetProperty("kind").GetString() == "someone-asks-for-contact");
        Assert.Single(await pair.Community.Coordinator.Items($"{pair.Community.Path}/concerns"));
    }

    [Theory]
    [InlineData("end"), InlineData("block"), InlineData("pause"), InlineData("planned end")]
    public async Task A_silence_ends_with_the_contact_and_its_note_to_the_mentor_stays(string how)
    {
        var pair = await IntroducedPair.In(_host);
        await pair.Newcomer.Put($"{pair.Community.Path}/members/me/quiet-hours", new { from = "10:00", to = "22:30" }); // works at night
        await Live(pair, Instant.FromUtc(2026, 11, 4, 23, 0));
        Assert.Contains(await pair.Mentor.Items($"{pair.Community.Path}/inbox"), n => n.GetProperty("kind").GetString() == "hello-might-be-welcome");
        await Part(pair, how);

        await Live(pair, Instant.FromUtc(2026, 11, 5, 12, 0));

        Assert.DoesNotContain(_host.Mail.To(pair.Mentor.Email), m => m.Contains("glad of a hello"));
        Assert.Equal([SilenceEnd.AtRest], await _host.Inside(pair.Community.Id, services =>
            services.GetRequiredService<MentorshipDb>().Silences.Select(s => s.EndedBy!.Value).ToListAsync()));
    }

    public void Dispose() => _host.Dispose();

    private async Task<IntroducedPair> Night(string choice)
    {
        var pair = await IntroducedPair.Asked(_host);
        await pair.Deliver();
        _host.Clock.MoveTo(Instant.FromUtc(2026, 10, 25, 22, 0));
        await pair.Answer(new { question = "contact", choice });
        await pair.Deliver();
        return pair;
    }

    private static async Task<IReadOnlyList<string?>> Inbox(Person person, IntroducedPair pair) =>
        [.. (await person.Items($"{pair.Community.Path}/inbox")).Select(n => n.GetProperty("kind").GetString())];

    private async Task Morning(IntroducedPair pair)
    {
        _host.Clock.MoveTo(Instant.FromUtc(2026, 10, 26, 8, 0));
        await pair.Deliver();
    }

    private async Task Part(IntroducedPair pair, string how)
    {
        switch (how)
        {
            case "block":
                await pair.Newcomer.Post($"{pair.Community.Path}/blocks", new { pairing = pair.Pairing.Value }).Is(System.Net.HttpStatusCode.OK);
                break;
            case "planned end":
                await _host.Inside(pair.Community.Id, services => services.GetRequiredService<MentorshipDb>().Pairings
                    .ExecuteUpdateAsync(p => p.SetProperty(x => x.EndsAt, _host.Clock.Now)));
                await _host.Send(new EndPlannedPairings(Actor.System(pair.Community.Id), 10));
                break;
            default:
                await pair.Post(pair.Newcomer, how);
                break;
        }
    }

    /// <summary>Every hour until then the jobs run.</summary>
    private async Task Live(IntroducedPair pair, Instant until)
    {
        var service = Actor.System(pair.Community.Id);
        while (_host.Clock.Now < until)
        {
            _host.Clock.MoveTo(Instant.Min(until, _host.Clock.Now + Duration.FromHours(1)));
            await pair.Dispatch();
            await pair.Deliver();
            await _host.Send(new LapseCheckIns(service, 100));
            await _host.Send(new ClimbLadder(service, 100));
            await pair.Deliver();
        }
    }
}
