using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Mentorship.Api.Tests.CheckIns;
using Mentorship.Api.Tests.Hosting;
using Mentorship.Api.Tests.Http;
using Mentorship.Domain.Notices;
using Mentorship.Infrastructure.Persistence;
using Mentorship.Infrastructure.Persistence.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Mentorship.Api.Tests.Texts;

/// <summary>Whom a text goes to, and what becomes of one that the gateway does not take.</summary>
public sealed class TextSendingTests : IAsyncLifetime
{
    private TextsHost _host = null!;

    public async Task InitializeAsync() => _host = new TextsHost(await TextGateway.Start());

    [Fact]
    public async Task Another_number_needs_its_member_s_word_anew()
    {
        var pair = await IntroducedPair.In(_host);
        await TextsHost.Choose(pair, new { sms = true });
        Assert.Equal(HttpStatusCode.NoContent, (await PutContact(pair, "+15551230000")).StatusCode);

        _host.Clock.MoveTo(IntroducedPair.FirstDue);
        await pair.Dispatch();
        await _host.DeliverTexts(pair);
        Assert.Empty(_host.Gateway.Taken);

        await TextsHost.Choose(pair, new { sms = true });
        _host.Clock.Advance(Duration.FromDays(7));
        await pair.Dispatch();
        await _host.DeliverTexts(pair);
        Assert.Equal("+15551230000", Assert.Single(_host.Gateway.Taken).To);
    }

    [Theory]
    [InlineData("+15551230000"), InlineData(null)]
    public async Task A_number_that_its_member_has_left_speaks_for_nobody(string? next)
    {
        var pair = await _host.AskedByText();
        await PutContact(pair, next);

        foreach (var said in new[] { "START", "3", "1", "what is this" }) Assert.Null(await _host.Text("+15550000003", said));

        var chosen = await pair.Newcomer.Http.GetFromJsonAsync<JsonElement>($"{pair.Community.Path}/members/me/notices");
        Assert.False(chosen.GetProperty("sms").GetBoolean());
        Assert.Empty(await IntroducedPair.Items(pair.Community.Coordinator, $"{pair.Community.Path}/concerns"));
        Assert.Equal("sent", await pair.State());
    }

    [Fact]
    public async Task Without_a_number_or_a_gateway_nobody_can_choose_texts()
    {
        var pair = await IntroducedPair.In(_host);
        await PutContact(pair, null);
        await (await Choose(pair)).Problem(HttpStatusCode.Conflict, "phone-missing");

        using var without = new ApiHost();
        await (await Choose(await IntroducedPair.In(without))).Problem(HttpStatusCode.Conflict, "sms-unavailable");
    }

    [Fact]
    public async Task A_number_that_is_refused_for_good_is_dropped_and_the_mail_still_asks()
    {
        _host.Gateway.Answer = (400, 21614);
        var pair = await _host.AskedByText();

        Assert.Equal(NoticeState.Dropped, (await Text(pair)).State);
        await pair.Deliver();
        Assert.Equal("sent", await pair.State());
    }

    [Theory]
    [InlineData(400, 21606), InlineData(401, 20003), InlineData(429, 20429), InlineData(500, 0), InlineData(400, 21408)]
    public async Task What_speaks_of_us_or_of_the_gateway_is_tried_again(int status, int code)
    {
        _host.Gateway.Answer = (status, code);
        var pair = await _host.AskedByText();
        Assert.Equal((NoticeState.Waiting, 1), ((await Text(pair)).State, (await Text(pair)).Attempts));

        _host.Gateway.Answer = (201, 0);
        _host.Clock.Advance(Duration.FromMinutes(2));
        await _host.DeliverTexts(pair);
        Assert.Single(_host.Gateway.Taken);
    }

    [Theory]
    [InlineData("<html>Welcome to this network</html>"), InlineData(""), InlineData("{}"), InlineData("[]"), InlineData("""{"sid": ""}""")]
    [InlineData("""{"sid": "SM1", "status": "failed", "error_code": 30034}"""), InlineData("""{"sid": "SM1", "status": "undelivered"}""")]
    [InlineData("""{"code": 20429, "message": "too many"}"""), InlineData("""{"sid": "SM1", "status": "queued", "error_code": 30002}""")]
    public async Task A_yes_whose_body_says_no_is_none(string body)
    {
        (_host.Gateway.Answer, _host.Gateway.Says) = ((200, 0), body);
        var pair = await _host.AskedByText();
        Assert.Equal((NoticeState.Waiting, 1), ((await Text(pair)).State, (await Text(pair)).Attempts));
    }

    [Fact]
    public async Task A_yes_whose_body_says_that_the_number_has_ended_messages_is_a_no_for_good()
    {
        (_host.Gateway.Answer, _host.Gateway.Says) = ((200, 0), """{"sid": "SM1", "status": "failed", "error_code": 21610}""");
        Assert.Equal(NoticeState.Dropped, (await Text(await _host.AskedByText())).State);
    }

    [Theory]
    [InlineData("STOP", "excused"), InlineData("hello", "missed")]
    public async Task A_text_whose_member_ends_texts_is_no_miss(string words, string state)
    {
        var pair = await _host.AskedByText();
        await pair.Deliver(); // the mail beside it is dropped

        await _host.Text("+15550000003", words);
        await pair.LapseAfterGrace();

        Assert.Equal(state, await pair.State());
    }

    [Fact]
    public async Task A_text_is_missed_although_its_member_had_ended_mails()
    {
        var pair = await _host.AskedByText();
        await TextsHost.Choose(pair, new { email = false });
        await pair.LapseAfterGrace();
        Assert.Equal("missed", await pair.State());
    }

    [Fact]
    public async Task A_gateway_that_is_away_costs_nobody_a_note_and_ten_minutes_at_most()
    {
        await _host.Gateway.DisposeAsync();
        var pair = await _host.AskedByText();

        await pair.Deliver();
        Assert.DoesNotContain(_host.Mail.To(pair.Newcomer.Email), mail => mail.Contains("/c/"));
        _host.Clock.Advance(Duration.FromMinutes(10));
        await pair.Deliver();

        Assert.Single(_host.Mail.To(pair.Newcomer.Email), mail => mail.Contains("/c/"));
        Assert.Equal(NoticeState.Waiting, (await Text(pair)).State);
    }

    [Fact]
    public async Task A_text_whose_mail_had_to_go_in_its_place_is_not_sent_once_the_gateway_is_back()
    {
        _host.Gateway.Answer = (503, 0);
        var pair = await _host.AskedByText();
        await pair.Deliver();
        _host.Clock.Advance(Duration.FromMinutes(10));
        await pair.Deliver();
        Assert.Single(_host.Mail.To(pair.Newcomer.Email), mail => mail.Contains("/c/"));

        _host.Gateway.Answer = (201, 0);
        _host.Clock.Advance(Duration.FromMinutes(10));
        await _host.DeliverTexts(pair);

        Assert.Empty(_host.Gateway.Taken);
        Assert.Equal(NoticeState.Dropped, (await Text(pair)).State);
        Assert.Equal("sent", await pair.State());
    }

    public async Task DisposeAsync()
    {
        await _host.DisposeAsync();
        await _host.Gateway.DisposeAsync();
    }

    private static Task<HttpResponseMessage> Choose(IntroducedPair pair) =>
        pair.Newcomer.Http.PutAsJsonAsync($"{pair.Community.Path}/members/me/notices", new { sms = true });

    private static async Task<HttpResponseMessage> PutContact(IntroducedPair pair, string? phone)
    {
        var request = new HttpRequestMessage(HttpMethod.Put, $"{pair.Community.Path}/members/me/contact")
        {
            Content = JsonContent.Create(new { email = pair.Newcomer.Email, phone }),
        };
        request.Headers.Add("If-Match", "*");
        return await pair.Newcomer.Http.SendAsync(request);
    }

    private Task<Notice> Text(IntroducedPair pair) => _host.Inside(pair.Community.Id, services =>
        services.GetRequiredService<MentorshipDb>().Notices.AsNoTracking().SingleAsync(n => n.Channel == Channel.Sms));
}
