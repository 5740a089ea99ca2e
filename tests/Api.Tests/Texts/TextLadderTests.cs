using System.Text.Json;
using Mentorship.Api.Tests.CheckIns;
using Mentorship.Api.Tests.Hosting;
using Mentorship.Domain.Notices;
using NodaTime;

namespace Mentorship.Api.Tests.Texts;

/// <summary>A newcomer with texts does not answer, and then texts back.</summary>
public sealed class TextLadderTests : IAsyncLifetime
{
    private const string Number = "+15550000003"; // of the third person of a community

    /// <summary>After two weeks without an answer.</summary>
    private static readonly Instant AskedAt = Instant.FromUtc(2026, 11, 4, 9, 0);

    private TextsHost _host = null!;

    public async Task InitializeAsync() => _host = new TextsHost(await TextGateway.Start());

    [Fact]
    public async Task The_note_and_its_repeat_go_by_text_alone_and_the_next_day_it_goes_by_mail_alone()
    {
        var pair = await Texted();
        await _host.Live(pair, IntroducedPair.FirstDue + Duration.FromHours(20));
        Assert.Equal([SmsText.For(NoticeKind.CheckInDue), SmsText.For(NoticeKind.CheckInRepeated)], _host.Gateway.Taken.Select(t => t.Body));
        Assert.DoesNotContain(_host.Mail.To(pair.Newcomer.Email), mail => mail.Contains("/c/"));

        await _host.Live(pair, IntroducedPair.FirstDue + Duration.FromHours(30));
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
        await _host.Live(pair, _host.Clock.Now + Duration.FromDays(2));
        Assert.DoesNotContain("hello-might-be-welcome", await Inbox(pair, pair.Mentor));
    }

    [Theory]
    [InlineData(true), InlineData(false)]
    public async Task A_miss_whose_text_comes_back_afterwards_is_none_and_leads_nowhere(bool comesBack)
    {
        var pair = await Texted();
        await TextsHost.Choose(pair, new { email = false });
        await _host.Live(pair, IntroducedPair.FirstDue + Duration.FromDays(9)); // the time of the second has ended, and one was missed
        await pair.LapseAfterGrace();
        if (comesBack) await _host.CallBack("undelivered", 30003);

        await _host.Live(pair, _host.Clock.Now + Duration.FromHours(2));

        var last = (await IntroducedPair.Items(pair.Newcomer, $"{pair.Path}/check-ins"))[^1];
        Assert.Equal(comesBack ? "excused" : "missed", last.GetProperty("state").GetString());
        Assert.Equal(!comesBack, (await Inbox(pair, pair.Newcomer)).Contains("hello-unless-fine"));
    }

    [Theory]
    [InlineData(true), InlineData(false)]
    public async Task Nobody_hears_of_a_silence_whose_member_was_not_told_first(bool comesBack)
    {
        var pair = await Texted();
        await TextsHost.Choose(pair, new { email = false });
        await _host.Live(pair, AskedAt);
        if (comesBack) await _host.CallBack("undelivered", 30003);

        await _host.Live(pair, _host.Clock.Now + Duration.FromDays(2));

        Assert.Equal(!comesBack, (await Inbox(pair, pair.Mentor)).Contains("hello-might-be-welcome"));
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
        await _host.Live(pair, AskedAt);
        Assert.Equal(SmsText.For(NoticeKind.HelloUnlessFine), _host.Gateway.Taken[^1].Body);
        return pair;
    }

    private static async Task<IReadOnlyList<string?>> Inbox(IntroducedPair pair, Person person) =>
        [.. (await IntroducedPair.Items(person, $"{pair.Community.Path}/inbox")).Select(n => n.GetProperty("kind").GetString())];
}
