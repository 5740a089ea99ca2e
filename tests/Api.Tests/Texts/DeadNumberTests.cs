using System.Net.Http.Json;
using System.Text.Json;
using Mentorship.Api.Tests.CheckIns;
using Mentorship.Domain.Notices;
using NodaTime;

namespace Mentorship.Api.Tests.Texts;

/// <summary>A number that no text will ever reach is texted once, and again when its member says so.</summary>
public sealed class DeadNumberTests : IAsyncLifetime
{
    private const string Number = "+15550000003"; // of the third person of a community

    private TextsHost _host = null!;

    public async Task InitializeAsync() => _host = new TextsHost(await TextGateway.Start());

    [Theory]
    [InlineData(30004), InlineData(30005), InlineData(30006), InlineData(21610), InlineData(21614)]
    public async Task Texts_end_where_none_will_arrive_and_the_next_note_goes_by_mail(int code)
    {
        var pair = await _host.AskedByText();
        await _host.CallBack("undelivered", code);
        Assert.Equal((true, false), await Chosen(pair));

        await NextWeek(pair);

        Assert.Single(_host.Gateway.Taken);
        Assert.Equal(2, _host.Mail.To(pair.Newcomer.Email).Count(mail => mail.Contains("/c/")));
    }

    [Theory]
    [InlineData(0), InlineData(30003), InlineData(30007), InlineData(30008)]
    public async Task They_go_on_where_a_telephone_was_off_or_a_filter_disliked_us(int code)
    {
        var pair = await _host.AskedByText();
        await _host.CallBack("undelivered", code);
        Assert.Equal((true, true), await Chosen(pair));
    }

    [Fact]
    public async Task Who_asks_for_texts_again_gets_them_whatever_is_said_of_one_of_before()
    {
        var pair = await _host.AskedByText();
        await RepeatByText(pair);
        await _host.CallBack("undelivered", 30006, of: 0);
        _host.Clock.Advance(Duration.FromMinutes(1));
        await _host.Text(Number, "START");

        await _host.CallBack("undelivered", 30006, of: 1);

        Assert.Equal((true, true), await Chosen(pair));
        await NextWeek(pair);
        Assert.Equal(3, _host.Gateway.Taken.Count);
    }

    [Fact]
    public async Task What_is_said_of_another_number_ends_nothing()
    {
        var pair = await _host.AskedByText();
        await _host.CallBack("undelivered", 30006, number: "+15551230000");
        Assert.Equal((true, true), await Chosen(pair));
    }

    public async Task DisposeAsync()
    {
        await _host.DisposeAsync();
        await _host.Gateway.DisposeAsync();
    }

    private static async Task<(bool Email, bool Sms)> Chosen(IntroducedPair pair)
    {
        var chosen = await pair.Newcomer.Http.GetFromJsonAsync<JsonElement>($"{pair.Community.Path}/members/me/notices");
        return (chosen.GetProperty("email").GetBoolean(), chosen.GetProperty("sms").GetBoolean());
    }

    private async Task RepeatByText(IntroducedPair pair)
    {
        await _host.Live(pair, IntroducedPair.FirstDue + Duration.FromHours(15));
        Assert.Equal(SmsText.For(NoticeKind.CheckInRepeated), _host.Gateway.Taken[1].Body);
    }

    private async Task NextWeek(IntroducedPair pair)
    {
        await pair.Deliver();
        _host.Clock.MoveTo(IntroducedPair.FirstDue + Duration.FromDays(7));
        await pair.Dispatch();
        await _host.DeliverTexts(pair);
        await pair.Deliver();
    }
}
