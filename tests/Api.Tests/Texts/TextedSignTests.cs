using Mentorship.Api.Features.CheckIns;
using Mentorship.Api.Tests.CheckIns;
using Mentorship.Domain;
using Mentorship.Domain.Notices;
using NodaTime;

namespace Mentorship.Api.Tests.Texts;

/// <summary>A text is a sign of life: nobody is told of a silence that its member has broken.</summary>
public sealed class TextedSignTests : IAsyncLifetime
{
    private const string Number = "+15550000003"; // of the third person of a community

    private TextsHost _host = null!;

    public async Task InitializeAsync() => _host = new TextsHost(await TextGateway.Start());

    [Theory]
    [InlineData("1", TextedReply.Thanks), InlineData("I am ok", TextedReply.PersonLooks), InlineData("STOP", TextedReply.Stopped)]
    public async Task Who_replies_to_the_note_that_tells_them_first_is_heard(string words, string reply)
    {
        var pair = await _host.AskedByText();
        await Live(pair, Instant.FromUtc(2026, 11, 4, 9, 0));
        Assert.Equal(SmsText.For(NoticeKind.HelloUnlessFine), _host.Gateway.Taken[^1].Body);

        Assert.Equal(reply, await _host.Text(Number, words));

        await Live(pair, Instant.FromUtc(2026, 11, 7, 12, 0));
        Assert.DoesNotContain(_host.Mail.To(pair.Mentor.Email), m => m.Contains("glad of a hello"));
    }

    [Fact]
    public async Task Words_before_the_note_was_missed_are_a_sign_too()
    {
        var pair = await _host.AskedByText();
        await Live(pair, IntroducedPair.FirstDue + Duration.FromHours(1));
        await _host.Text(Number, "busy today");

        await Live(pair, Instant.FromUtc(2026, 11, 4, 12, 0)); // the second one is missed, and that is one in a row

        Assert.DoesNotContain(_host.Gateway.Taken, text => text.Body == SmsText.For(NoticeKind.HelloUnlessFine));
    }

    [Fact]
    public async Task One_after_the_time_has_passed_is_a_late_answer()
    {
        var pair = await _host.AskedByText();
        await Live(pair, IntroducedPair.FirstDue + Duration.FromHours(49));
        Assert.Equal("missed", await pair.State());

        Assert.Equal(TextedReply.Thanks, await _host.Text(Number, "1"));

        var answered = await pair.CheckIn();
        Assert.Equal(("answered", true), (answered.GetProperty("state").GetString(), answered.GetProperty("answeredLate").GetBoolean()));
    }

    public async Task DisposeAsync()
    {
        var gateway = _host.Gateway;
        await _host.DisposeAsync();
        await gateway.DisposeAsync();
    }

    /// <summary>Every hour until then the jobs run.</summary>
    private async Task Live(IntroducedPair pair, Instant until)
    {
        var service = Actor.System(pair.Community.Id);
        while (_host.Clock.Now < until)
        {
            _host.Clock.MoveTo(Instant.Min(until, _host.Clock.Now + Duration.FromHours(1)));
            await pair.Dispatch();
            await Deliver(pair);
            await _host.Send(new LapseCheckIns(service, 100));
            await _host.Send(new ClimbLadder(service, 100));
            await Deliver(pair);
        }
    }

    private async Task Deliver(IntroducedPair pair)
    {
        await pair.Deliver();
        await _host.DeliverTexts(pair);
    }
}
