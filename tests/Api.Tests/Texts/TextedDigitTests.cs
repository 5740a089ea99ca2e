using System.Net;
using Mentorship.Api.Tests.CheckIns;
using Mentorship.Api.Tests.Hosting;
using Mentorship.Api.Tests.Members;
using Mentorship.Domain.Notices;
using Mentorship.Domain.Safety;
using Mentorship.Infrastructure.Persistence;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Mentorship.Api.Tests.Texts;

/// <summary>Whom a digit reaches, whatever became of the note that it answers.</summary>
public sealed class TextedDigitTests : IAsyncLifetime
{
    private const string Number = "+15550000003"; // of the third person of a community

    private TextsHost _host = null!;

    public async Task InitializeAsync() => _host = new TextsHost(await TextGateway.Start());

    [Fact]
    public async Task A_call_for_contact_that_answers_nothing_still_reaches_a_person_and_again_after_five_minutes()
    {
        var pair = await _host.AskedByText();
        await _host.Text(Number, "1");

        for (var calls = 1; calls <= 3; calls++) // nobody has closed the one before
        {
            for (var texts = 1; texts <= 3; texts++) Assert.Equal(TextedReply.SomeoneIsTold, await _host.Text(Number, "3"));
            Assert.Equal(Enumerable.Repeat("help-asked-for", calls), await Concerns(pair));
            Assert.Equal(calls, await Told(pair, pair.Community.Coordinator, "coordinator-look"));
            Assert.Equal(calls, await Told(pair, pair.Mentor, "someone-asks-for-contact"));
            _host.Clock.Advance(Concern.OneCall);
        }
    }

    [Theory]
    [InlineData(0), InlineData(13), InlineData(100)]
    public async Task A_call_for_contact_reaches_the_mentor_whatever_became_of_the_note(int hoursLater)
    {
        var pair = await _host.AskedByText();
        if (hoursLater == 0) await _host.Text(Number, "1");
        _host.Clock.Advance(Duration.FromHours(hoursLater));

        Assert.Equal(TextedReply.SomeoneIsTold, await _host.Text(Number, "3"));

        Assert.Equal(1, await Told(pair, pair.Mentor, "someone-asks-for-contact"));
        Assert.Equal("help-asked-for", Assert.Single(await Concerns(pair)));
    }

    [Fact]
    public async Task Who_calls_where_nobody_is_left_to_be_told_is_not_told_that_somebody_is()
    {
        var pair = await _host.AskedByText();
        await pair.Post(pair.Newcomer, "end");
        await _host.Inside(pair.Community.Id, services =>
        {
            var db = services.GetRequiredService<MentorshipDb>();
            db.Add(new Block(pair.Community.Id, pair.Newcomer.Id, pair.Community.Coordinator.Id, BlockReason.Block, _host.Clock.Now));
            return db.SaveChangesAsync();
        });

        Assert.Equal(TextedReply.NobodyThere, await _host.Text(Number, "3"));
        Assert.Empty(await Concerns(pair));
    }

    [Fact]
    public async Task A_digit_answers_the_note_that_asks_for_one_and_not_a_pulse_that_came_after_it()
    {
        var pair = await _host.AskedByText();
        await AskPulse(pair);

        Assert.Equal("There is something for you. You see it with your own log-in. STOP ends these.", _host.Gateway.Taken[^1].Body); // no digit answers it
        Assert.Equal(TextedReply.Thanks, await _host.Text(Number, "2"));
        Assert.Equal(1, await Told(pair, pair.Mentor, "hello-wished-for"));
    }

    [Fact]
    public async Task A_pulse_which_no_digit_answers_comes_by_mail_with_its_link_too()
    {
        var pair = await _host.AskedByText();
        await AskPulse(pair);
        await pair.Deliver();

        Assert.Single(_host.Mail.To(pair.Newcomer.Email), mail => mail.Contains("/c/")); // the weekly ones went by text alone
    }

    [Fact]
    public async Task One_says_fine_to_every_community_that_asked_the_same_person()
    {
        var (one, other) = (await IntroducedPair.In(_host), await IntroducedPair.In(_host)); // the third person of each has the same number
        other = other with { Newcomer = await _host.AsOnePerson(one.Newcomer, other.Community, other.Newcomer) };
        foreach (var pair in new[] { one, other }) await TextsHost.Choose(pair, new { sms = true });
        _host.Clock.MoveTo(IntroducedPair.FirstDue);
        foreach (var pair in new[] { one, other })
        {
            await pair.Dispatch();
            await _host.DeliverTexts(pair);
        }

        Assert.Equal(TextedReply.Thanks, await _host.Text(Number, "1"));

        Assert.Equal(("answered", "answered"), (await one.State(), await other.State()));
    }

    [Fact]
    public async Task Who_has_nobody_to_say_hi_to_is_not_offered_it_and_who_says_it_learns_that_the_note_is_open()
    {
        const string mentors = "+15550000002";
        var pair = await IntroducedPair.In(_host);
        await pair.Mentor.Put($"{pair.Community.Path}/members/me/notices", new { sms = true }).Is(HttpStatusCode.NoContent);
        await pair.Mentor.Post($"{pair.Path}/plans", new { layer = "weekly", rhythm = "weekly:Sun", at = "18:00", zoneId = "Europe/Dublin" })
            .Is(HttpStatusCode.Created);
        _host.Clock.MoveTo(IntroducedPair.FirstDue);
        await pair.Dispatch();
        await _host.DeliverTexts(pair);
        Assert.Equal((mentors, "You have a note waiting. Reply 1 fine, 3 call me. STOP ends these."), (_host.Gateway.Taken[^1].To, _host.Gateway.Taken[^1].Body));

        Assert.Equal("Thank you. Nobody can be told of a hello by this note. Your note is still open. Reply 1 fine, 3 to be called.", await _host.Text(mentors, "2"));
        Assert.Equal(TextedReply.Thanks, await _host.Text(mentors, "1"));
    }

    public async Task DisposeAsync()
    {
        var gateway = _host.Gateway;
        await _host.DisposeAsync();
        await gateway.DisposeAsync();
    }

    /// <summary>The first pulse comes at the last moment at which the weekly one before it is open.</summary>
    private async Task AskPulse(IntroducedPair pair)
    {
        for (var at = IntroducedPair.FirstDue; at <= Instant.FromUtc(2026, 11, 15, 18, 0); at += Duration.FromDays(7)) await At(at);
        await At(Instant.FromUtc(2026, 11, 17, 18, 0));

        async Task At(Instant at)
        {
            _host.Clock.MoveTo(at);
            await pair.Dispatch();
            await _host.DeliverTexts(pair);
        }
    }

    private static async Task<IReadOnlyList<string?>> Concerns(IntroducedPair pair) =>
        [.. (await IntroducedPair.Items(pair.Community.Coordinator, $"{pair.Community.Path}/concerns")).Select(c => c.GetProperty("kind").GetString())];

    private static async Task<int> Told(IntroducedPair pair, Person person, string kind) =>
        (await IntroducedPair.Items(person, $"{pair.Community.Path}/inbox")).Count(n => n.GetProperty("kind").GetString() == kind);
}
