using System.Text.Json;
using Mentorship.Api.Features.CheckIns;
using Mentorship.Api.Tests.CheckIns;
using Mentorship.Api.Tests.Hosting;
using Mentorship.Domain;
using Mentorship.Domain.Notices;
using NodaTime;

namespace Mentorship.Api.Tests.Texts;

/// <summary>A newcomer with texts does not answer, and then texts back.</summary>
public sealed class TextLadderTests : IAsyncLifetime
{
    private const string Number = "+15550000003"; // of the third person of a community

    private TextsHost _host = null!;

    public async Task InitializeAsync() => _host = new TextsHost(await TextGateway.Start());

    [Fact]
    public async Task The_note_and_its_repeat_go_by_text_alone_and_the_next_day_it_goes_by_mail_alone()
    {
        var pair = await Texted();
        await Live(pair, IntroducedPair.FirstDue + Duration.FromHours(20));
        Assert.Equal([SmsText.For(NoticeKind.CheckInDue), SmsText.For(NoticeKind.CheckInRepeated)], _host.Gateway.Taken.Select(t => t.Body));
        Assert.DoesNotContain(_host.Mail.To(pair.Newcomer.Email), mail => mail.Contains("/c/"));

        await Live(pair, IntroducedPair.FirstDue + Duration.FromHours(30));
        Assert.Contains("An earlier note", Assert.Single(_host.Mail.To(pair.Newcomer.Email), mail => mail.Contains("/c/")));
        Assert.Equal(2, _host.Gateway.Taken.Count);
    }

    [Theory]
    [InlineData("2", "hello-wished-for"), InlineData("3", "someone-asks-for-contact")]
    public async Task Another_digit_answers_the_missed_one_late_and_the_mentor_is_told_what_it_asks_for(string digit, string told)
    {
        var pair = await AskedWhetherFine();

        await _host.Text(Number, digit);

        Assert.Contains(told, await Inbox(pair, pair.Mentor));
        var states = await IntroducedPair.Items(pair.Newcomer, $"{pair.Path}/check-ins");
        Assert.Single(states, c => c.GetProperty("state").GetString() == "answered" && c.GetProperty("answeredLate").GetBoolean());
        await Live(pair, _host.Clock.Now + Duration.FromDays(2));
        Assert.DoesNotContain("hello-might-be-welcome", await Inbox(pair, pair.Mentor));
    }

    public async Task DisposeAsync()
    {
        var gateway = _host.Gateway;
        await _host.DisposeAsync();
        await gateway.DisposeAsync();
    }

    private async Task<IntroducedPair> Texted()
    {
        var pair = await IntroducedPair.In(_host);
        await pair.Deliver();
        await TextsHost.Choose(pair, new { sms = true });
        return pair;
    }

    private async Task<IntroducedPair> AskedWhetherFine()
    {
        var pair = await Texted();
        await Live(pair, Instant.FromUtc(2026, 11, 4, 9, 0));
        Assert.Equal(SmsText.For(NoticeKind.HelloUnlessFine), _host.Gateway.Taken[^1].Body);
        return pair;
    }

    /// <summary>Every hour until then the jobs run.</summary>
    private async Task Live(IntroducedPair pair, Instant until)
    {
        var service = Actor.System(pair.Community.Id);
        while (_host.Clock.Now < until)
        {
            _host.Clock.MoveTo(Instant.Min(until, _host.Clock.Now + Duration.FromHours(1)));
            await pair.Dispatch();
            await _host.Send(new LapseCheckIns(service, 100));
            await _host.Send(new ClimbLadder(service, 100));
            await pair.Deliver();
            await _host.DeliverTexts(pair);
        }
    }

    private static async Task<IReadOnlyList<string?>> Inbox(IntroducedPair pair, Person person) =>
        [.. (await IntroducedPair.Items(person, $"{pair.Community.Path}/inbox")).Select(n => n.GetProperty("kind").GetString())];
}
