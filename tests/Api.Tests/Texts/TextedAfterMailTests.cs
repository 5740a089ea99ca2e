using Mentorship.Api.Tests.CheckIns;
using Mentorship.Domain.Notices;
using NodaTime;

namespace Mentorship.Api.Tests.Texts;

/// <summary>A digit in the thread answers what its member was asked, although it left by mail in the text's place.</summary>
public sealed class TextedAfterMailTests : IAsyncLifetime
{
    private const string Number = "+15550000003"; // of the third person of a community

    private TextsHost _host = null!;

    public async Task InitializeAsync() => _host = new TextsHost(await TextGateway.Start());

    [Theory]
    [InlineData("1"), InlineData("2")]
    public async Task A_note_that_went_by_mail_while_the_gateway_was_away_is_answered_by_a_digit(string digit)
    {
        var pair = await AskedByMail();

        Assert.Equal(TextedReply.Thanks, await _host.Text(Number, digit));

        Assert.Equal("answered", await pair.State());
    }

    [Fact]
    public async Task A_note_whose_text_came_back_is_answered_by_a_digit()
    {
        var pair = await _host.AskedByText();
        await _host.CallBack("undelivered", 30003);
        await pair.Deliver();

        Assert.Equal(TextedReply.Thanks, await _host.Text(Number, "1"));

        Assert.Equal("answered", await pair.State());
    }

    [Theory]
    [InlineData(6, TextedReply.Thanks), InlineData(8, TextedReply.NothingOpen)]
    public async Task One_that_went_by_mail_can_be_answered_late_for_seven_days(int days, string reply)
    {
        var pair = await AskedByMail();
        await pair.LapseAfterGrace();
        _host.Clock.MoveTo(IntroducedPair.FirstDue + Duration.FromDays(days));

        Assert.Equal(reply, await _host.Text(Number, "1"));

        Assert.Equal(reply == TextedReply.Thanks ? "answered" : "missed", await pair.State());
    }

    [Fact]
    public async Task One_that_has_left_by_no_way_is_not_answered()
    {
        _host.Gateway.Answer = (503, 0);
        var pair = await _host.AskedByText();

        Assert.Equal(TextedReply.NothingOpen, await _host.Text(Number, "1"));

        Assert.Equal("scheduled", await pair.State());
    }

    public async Task DisposeAsync()
    {
        var gateway = _host.Gateway;
        await _host.DisposeAsync();
        await gateway.DisposeAsync();
    }

    private async Task<IntroducedPair> AskedByMail()
    {
        _host.Gateway.Answer = (503, 0);
        var pair = await _host.AskedByText();
        for (var minute = 0; minute < 15; minute++, _host.Clock.Advance(Duration.FromMinutes(1))) await pair.Deliver();
        Assert.Empty(_host.Gateway.Taken);
        Assert.Equal("sent", await pair.State());
        return pair;
    }
}
