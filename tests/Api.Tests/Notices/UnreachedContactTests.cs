using System.Net;
using Mentorship.Api.Features.Notices;
using Mentorship.Api.Tests.CheckIns;
using Mentorship.Api.Tests.Hosting;
using Mentorship.Api.Tests.Members;
using Mentorship.Api.Tests.Texts;
using Mentorship.Domain;
using Mentorship.Domain.Notices;
using Mentorship.Domain.Safety;
using Mentorship.Engines;
using Mentorship.Infrastructure.Notices.Email;
using Mentorship.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Mentorship.Api.Tests.Notices;

/// <summary>The note of a call does not reach the contact, and no server has refused the last of it: the coordinators hear of it once.</summary>
public sealed class UnreachedContactTests : IAsyncLifetime
{
    private const string Number = "+15550000003"; // of the third person of a community

    private TextsHost _host = null!;

    public async Task InitializeAsync() => _host = new TextsHost(await TextGateway.Start());

    [Theory]
    [InlineData(Channel.Sms, Channel.Email), InlineData(Channel.Email, Channel.Sms)]
    public async Task Whichever_way_ends_last_the_refused_text_or_the_mail_that_a_contact_with_texts_alone_does_not_take(Channel first, Channel last)
    {
        var pair = await Called(new { sms = true, email = false });
        _host.Gateway.Answer = (400, 21610);

        await Try(pair, first);
        Assert.Equal(["help-asked-for"], await Concerns(pair));
        await Try(pair, last);

        Assert.Equal(["help-asked-for", "contact-unreachable"], await Concerns(pair));
        await pair.Deliver();
        Assert.Equal(2, _host.Mail.To(pair.Community.Coordinator.Email).Count);
        await TryFor(pair, minutes: 30);
        Assert.Equal(2, (await Concerns(pair)).Count);
    }

    [Fact]
    public async Task A_contact_who_has_stopped_every_note()
    {
        var pair = await Called(new { sms = false, email = false });
        await TryFor(pair, minutes: 3);
        Assert.Equal(["help-asked-for", "contact-unreachable"], await Concerns(pair));
    }

    [Theory]
    [InlineData(true), InlineData(false)]
    public async Task Every_way_that_is_left_has_been_put_off_four_times(bool byEmail)
    {
        var pair = await Called(new { sms = !byEmail, email = byEmail });
        _host.Mail.FailsWith = new EmailUnavailable("smtp-450", ofChannel: false);
        _host.Gateway.Answer = (503, 0);

        await TryFor(pair, minutes: 8); // as of whom it does not know, a server may ask to come again
        Assert.Equal(["help-asked-for"], await Concerns(pair));
        await TryFor(pair, minutes: 120);

        Assert.Equal(["help-asked-for", "contact-unreachable"], await Concerns(pair));
        (_host.Mail.FailsWith, _host.Gateway.Answer) = (null, (201, 0));
        await TryFor(pair, minutes: 15);
        Assert.Equal(byEmail ? 1 : 0, _host.Mail.To(pair.Mentor.Email).Count(m => m.Contains("hopes to hear"))); // it was tried on
        Assert.Equal(byEmail ? 0 : 1, _host.Gateway.Taken.Count(t => t.To == "+15550000002"));
    }

    [Theory]
    [InlineData("parted"), InlineData("closed")]
    public async Task A_call_that_is_over_needs_nobody_else(string by)
    {
        var pair = await Called(new { sms = true, email = false });
        var call = Assert.Single(await pair.Community.Coordinator.Items($"{pair.Community.Path}/concerns")).GetProperty("id").GetGuid();
        _host.Gateway.Answer = (400, 21610);
        if (by == "parted") await pair.Post(pair.Newcomer, "end");
        else await pair.Community.Coordinator.Post($"{pair.Community.Path}/concerns/{call}/close", null, "*").Is(HttpStatusCode.NoContent);

        await TryFor(pair, minutes: 5);

        Assert.DoesNotContain("contact-unreachable", await Concerns(pair));
    }

    [EveryEngine]
    public Task Of_two_ways_that_end_at_the_same_moment_one_sees_that_it_was_the_last(Engine engine) => AtOneMoment(engine, tried: 0);

    [EveryEngine]
    public Task Of_two_ways_that_were_tried_once_too_often_at_the_same_moment_one_tells_it(Engine engine) =>
        AtOneMoment(engine, tried: RefusedCalls.Tries - 1);

    public async Task DisposeAsync()
    {
        await _host.DisposeAsync();
        await _host.Gateway.DisposeAsync();
    }

    /// <summary>The text ends after the mail was looked at and before what came of that is saved; both were tried so often before.</summary>
    private static async Task AtOneMoment(Engine engine, int tried)
    {
        await using var database = await TestDatabase.New(engine);
        var meanwhile = new Meanwhile();
        await using var host = new InterceptedHost(database, meanwhile);
        var pair = await IntroducedPair.Asked(host);
        await host.Inside(pair.Community.Id, async services =>
        {
            var db = services.GetRequiredService<MentorshipDb>();
            var contact = await db.Members.SingleAsync(m => m.Id == pair.Mentor.Id);
            contact.StartSms([1], host.Clock.Now); // a number that nobody can read, and no gateway
            if (tried == 0) contact.StopEmail();
            return await db.SaveChangesAsync();
        });
        await pair.Answer(new { question = "contact", choice = "call-me" });
        await host.Inside(pair.Community.Id, services => services.GetRequiredService<MentorshipDb>().Notices
            .Where(n => n.Kind == NoticeKind.SomeoneAsksForContact)
            .ExecuteUpdateAsync(n => n.SetProperty(x => x.Attempts, x => tried + (x.Channel == Channel.Sms && tried > 0 ? 1 : 0))));
        host.Mail.FailsWith = tried == 0 ? null : new EmailUnavailable("smtp-450", ofChannel: false);
        meanwhile.Before<Concern>(() => host.Send(new SendNotices(Actor.System(pair.Community.Id), 500, Channel.Sms)));

        await host.Send(new SendNotices(Actor.System(pair.Community.Id), 500));

        Assert.True(meanwhile.IsOver);
        Assert.Equal(["help-asked-for", "contact-unreachable"], await Concerns(pair));
    }

    /// <summary>The newcomer has called by text, and the contact chose both ways before and takes notes as they choose now.</summary>
    private async Task<IntroducedPair> Called(object chosen)
    {
        var pair = await _host.AskedByText();
        var path = $"{pair.Community.Path}/members/me/notices";
        await pair.Mentor.Put(path, new { sms = true, email = true }, null).Is(HttpStatusCode.NoContent);
        await _host.Text(Number, "3");
        await pair.Mentor.Put(path, chosen, null).Is(HttpStatusCode.NoContent);
        return pair;
    }

    private Task Try(IntroducedPair pair, Channel channel) => _host.Send(new SendNotices(Actor.System(pair.Community.Id), 500, channel));

    private async Task TryFor(IntroducedPair pair, int minutes)
    {
        for (var minute = 0; minute < minutes; minute++, _host.Clock.Advance(Duration.FromMinutes(1)))
            foreach (var channel in Enum.GetValues<Channel>()) await Try(pair, channel);
    }

    private static async Task<IReadOnlyList<string?>> Concerns(IntroducedPair pair) =>
        [.. (await pair.Community.Coordinator.Items($"{pair.Community.Path}/concerns")).Select(c => c.GetProperty("kind").GetString())];
}
