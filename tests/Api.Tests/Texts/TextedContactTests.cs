using System.Net;
using System.Text.Json;
using Mentorship.Api.Features.CheckIns;
using Mentorship.Api.Features.Pairings;
using Mentorship.Api.Tests.CheckIns;
using Mentorship.Api.Tests.Hosting;
using Mentorship.Api.Tests.Members;
using Mentorship.Domain;
using Mentorship.Domain.Members;
using Mentorship.Domain.Notices;
using Mentorship.Domain.Pairings;
using Mentorship.Domain.Safety;
using Mentorship.Domain.Time;
using Mentorship.Infrastructure.Persistence;
using Mentorship.Infrastructure.Persistence.Outbox;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Mentorship.Api.Tests.Texts;

/// <summary>Whom a "2" and a "3" reach where the latest text was of another pairing or another community than their contact's.</summary>
public sealed class TextedContactTests : IAsyncLifetime
{
    private const string Called = "someone-asks-for-contact", Number = "+15550000003"; // of the third person of a community

    private TextsHost _host = null!;

    public async Task InitializeAsync() => _host = new TextsHost(await TextGateway.Start());

    [Theory]
    [InlineData(false), InlineData(true)]
    public async Task A_call_is_told_to_the_contact_of_now_and_not_by_the_pairing_that_has_ended(bool hasAnsweredTheNewOne)
    {
        var (before, now) = await Followed();
        if (hasAnsweredTheNewOne)
        {
            await AskDaily(now);
            Assert.Equal(TextedReply.Thanks, await _host.Text(Number, "1"));
        }

        Assert.Equal(TextedReply.SomeoneIsTold, await _host.Text(Number, "3"));

        Assert.Empty(await Told(before, before.Mentor, Called));
        Assert.Equal(now.Pairing.Value, Assert.Single(await Told(now, now.Mentor, Called)));
        Assert.Single(await Told(now, now.Community.Coordinator, "coordinator-look"));
        Assert.Equal("told", await ContactAfterSending(now));
    }

    [Fact]
    public async Task A_call_that_answers_no_note_is_taken_up_for_five_minutes_and_then_told_again()
    {
        var (_, now) = await Followed();
        for (var calls = 1; calls <= 2; calls++, _host.Clock.Advance(Concern.OneCall))
        {
            for (var texts = 1; texts <= 3; texts++) Assert.Equal(TextedReply.SomeoneIsTold, await _host.Text(Number, "3"));
            Assert.Equal(calls, (await Told(now, now.Mentor, Called)).Count);
        }
    }

    [Fact]
    public async Task A_call_that_answers_no_note_does_not_reach_who_was_blocked_before_it_left()
    {
        var (_, now) = await Followed();
        await now.Deliver();
        await _host.Text(Number, "3");
        await now.Newcomer.Post($"{now.Community.Path}/blocks", new { pairing = now.Pairing.Value }).Is(HttpStatusCode.OK);

        await now.Deliver();

        Assert.DoesNotContain(_host.Mail.To(now.Mentor.Email), m => m.Contains("hopes to hear"));
    }

    [Fact]
    public async Task A_hello_is_not_thanked_for_where_the_note_is_of_a_pairing_that_has_ended()
    {
        var (before, _) = await Followed();

        Assert.Equal(TextedReply.NothingOpen, await _host.Text(Number, "2"));

        Assert.Equal("excused", await before.State());
    }

    [Fact]
    public async Task A_hello_goes_to_who_is_there_also_when_it_is_late()
    {
        var (_, now) = await Followed();
        await AskDaily(now);
        _host.Clock.Advance(Duration.FromHours(20));

        Assert.Equal(TextedReply.Thanks, await _host.Text(Number, "2"));

        Assert.Equal(now.Pairing.Value, Assert.Single(await Told(now, now.Mentor, "hello-wished-for")));
    }

    [Fact]
    public async Task Who_coordinates_in_one_community_calls_the_contact_that_they_have_in_another()
    {
        const string number = "+15550000001"; // of the coordinator of each
        var pair = await IntroducedPair.In(_host);
        await pair.Newcomer.Put($"{pair.Community.Path}/members/me/contact", new { email = pair.Newcomer.Email, phone = number })
            .Is(HttpStatusCode.NoContent);
        await TextsHost.Choose(pair, new { sms = true });
        _host.Clock.MoveTo(IntroducedPair.FirstDue);
        await pair.Dispatch();
        await _host.DeliverTexts(pair);
        Assert.Equal(TextedReply.Thanks, await _host.Text(number, "1"));
        var other = await SampleCommunity.In(_host);
        var coordinator = await _host.AsOnePerson(pair.Newcomer, other, other.Coordinator);
        await coordinator.Put($"{other.Path}/members/me/notices", new { sms = true }).Is(HttpStatusCode.NoContent);
        _host.Clock.Advance(Duration.FromMinutes(1));
        await _host.Inside(other.Id, services =>
        {
            var db = services.GetRequiredService<MentorshipDb>();
            var telling = new Telling(coordinator.Id, NoticeKind.CoordinatorLook);
            db.Add(new Notice(other.Id, Guid.CreateVersion7(), telling, _host.Clock.Now, Channel.Sms));
            return db.SaveChangesAsync();
        });
        await _host.Send(new Features.Notices.SendNotices(Actor.System(other.Id), 10, Channel.Sms));
        Assert.Equal(SmsText.For(NoticeKind.CoordinatorLook), _host.Gateway.Taken[^1].Body);

        Assert.Equal(TextedReply.SomeoneIsTold, await _host.Text(number, "3"));

        Assert.Single(await Told(pair, pair.Mentor, Called));
        Assert.Empty(await IntroducedPair.Items(coordinator, $"{other.Path}/concerns"));
    }

    public async Task DisposeAsync()
    {
        var gateway = _host.Gateway;
        await _host.DisposeAsync();
        await gateway.DisposeAsync();
    }

    /// <summary>A pairing that has ended while its note waited, and the next one of the same newcomer.</summary>
    private async Task<(IntroducedPair Before, IntroducedPair Now)> Followed()
    {
        var before = await _host.AskedByText();
        await before.Post(before.Newcomer, "end");
        var community = before.Community;
        var mentor = await community.Mentor();
        var pairing = await community.ApprovedOffer(await community.Request(before.Newcomer), mentor);
        await _host.Send(new AcceptPairing(new(community.Id, mentor.Id, Roles.Mentor), pairing, null, ContactShare.Email));
        await _host.Send(new AcceptPairing(new(community.Id, before.Newcomer.Id, Roles.Newcomer), pairing, null, ContactShare.Email));
        return (before, before with { Mentor = mentor, Pairing = pairing });
    }

    private async Task AskDaily(IntroducedPair pair)
    {
        var me = new Actor(pair.Community.Id, pair.Newcomer.Id, Roles.Newcomer);
        await _host.Send(new AddPlan(me, pair.Pairing, Layer.Daily, "daily", "19:00", "Europe/Dublin"));
        _host.Clock.MoveTo(Instant.FromUtc(2026, 10, 26, 19, 0));
        await pair.Dispatch();
        await _host.DeliverTexts(pair);
    }

    private static async Task<string?> ContactAfterSending(IntroducedPair pair)
    {
        await pair.Deliver();
        var concerns = await IntroducedPair.Items(pair.Community.Coordinator, $"{pair.Community.Path}/concerns");
        return Assert.Single(concerns).GetProperty("contact").GetString();
    }

    /// <summary>The pairing that each such note names: by it somebody sees whom they are asked to call.</summary>
    private static async Task<IReadOnlyList<Guid?>> Told(IntroducedPair pair, Person person, string kind) =>
        [.. from n in await IntroducedPair.Items(person, $"{pair.Community.Path}/inbox")
            where n.GetProperty("kind").GetString() == kind
            select n.GetProperty("pairingId").Deserialize<Guid?>()];
}
