using System.Net.Http.Json;
using System.Text.Json;
using Mentorship.Api.Tests.CheckIns;
using Mentorship.Domain.Notices;
using Mentorship.Infrastructure.Persistence.Outbox;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Mentorship.Api.Tests.Texts;

/// <summary>A text that the gateway took and could not deliver: what becomes of that which it was about.</summary>
public sealed class TextReturnedTests : IAsyncLifetime
{
    private const string Number = "+15550000003"; // of the third person of a community

    private TextsHost _host = null!;

    public async Task InitializeAsync() => _host = new TextsHost(await TextGateway.Start());

    [Theory]
    [InlineData("undelivered", true), InlineData("failed", true), InlineData("undelivered", false)]
    public async Task The_mail_goes_at_once_in_its_place_and_what_is_not_answered_then_is_missed(string status, bool yielded)
    {
        var pair = await _host.AskedByText();
        if (yielded) await pair.Deliver(); // and is dropped beside its text
        await _host.CallBack(status, 30003);
        await pair.Deliver();

        Assert.Single(Asked(pair));
        Assert.Equal("sent", await pair.State());
        await pair.LapseAfterGrace();
        Assert.Equal("missed", await pair.State());
    }

    [Fact]
    public async Task Without_another_way_it_is_excused_and_can_be_answered_all_the_same()
    {
        var pair = await _host.AskedByText();
        await TextsHost.Choose(pair, new { email = false });
        await pair.Deliver();

        await _host.CallBack("undelivered", 30003);

        Assert.Equal("excused", await pair.State());
        await pair.LapseAfterGrace();
        Assert.Equal("excused", await pair.State());
        await pair.Answer(new { question = "contact", choice = "fine" });
        Assert.Equal("answered", await pair.State());
    }

    [Fact]
    public async Task What_is_answered_stays_answered_and_gets_no_mail()
    {
        var pair = await _host.AskedByText();
        await pair.Deliver();
        await pair.Answer(new { question = "contact", choice = "fine" });

        await _host.CallBack("undelivered", 30003);
        await pair.Deliver();

        Assert.Equal("answered", await pair.State());
        Assert.Empty(Asked(pair));
    }

    [Theory]
    [InlineData(23, "missed"), InlineData(40, "excused")]
    public async Task Time_counts_from_when_the_mail_left(int hours, string state)
    {
        var pair = await _host.AskedByText();
        await pair.Deliver();
        _host.Clock.Advance(Duration.FromHours(hours)); // of 48

        await _host.CallBack("undelivered", 30003);
        await pair.Deliver();

        Assert.Single(Asked(pair));
        await pair.LapseAfterGrace();
        Assert.Equal(state, await pair.State());
    }

    [Fact]
    public async Task A_mail_that_had_to_go_in_its_place_stands_for_it_and_none_goes_again()
    {
        var pair = await _host.AskedByText();
        await pair.Deliver();
        await _host.CallBack("undelivered", 30003);
        await pair.Deliver();
        await _host.Live(pair, IntroducedPair.FirstDue + Duration.FromHours(15)); // repeated by text, for they agreed to those

        await _host.CallBack("undelivered", 30003);
        await pair.Deliver();

        Assert.Equal(2, _host.Gateway.Statuses.Count);
        Assert.Single(Asked(pair));
        Assert.Equal("sent", await pair.State());
    }

    [Fact]
    public async Task A_gateway_that_calls_back_before_it_has_answered_is_heard()
    {
        _host.Gateway.Meanwhile = () => _host.CallBack("failed", 30003);
        var pair = await _host.AskedByText();
        Assert.Equal("scheduled", await pair.State()); // its time counts from when the mail leaves
        await pair.Deliver();

        Assert.Equal("sent", await pair.State());
        Assert.Single(Asked(pair));
        _host.Clock.Advance(Duration.FromMinutes(10));
        await _host.DeliverTexts(pair);
        Assert.Single(_host.Gateway.Taken);
    }

    [Fact]
    public async Task Who_has_texts_alone_missed_nothing_when_it_calls_back_before_it_has_answered()
    {
        var pair = await IntroducedPair.In(_host);
        await pair.Deliver();
        await TextsHost.Choose(pair, new { sms = true, email = false });
        _host.Gateway.Meanwhile = () => _host.CallBack("failed", 30003);
        _host.Clock.MoveTo(IntroducedPair.FirstDue);
        await pair.Dispatch();
        await _host.DeliverTexts(pair);
        await pair.Deliver();

        await pair.LapseAfterGrace();

        Assert.Equal("excused", await pair.State());
    }

    [Fact]
    public async Task A_mail_that_is_just_being_dropped_for_its_text_goes_when_that_comes_back()
    {
        var pair = await _host.AskedByText();
        await _host.Inside(pair.Community.Id, async services =>
        {
            var outbox = services.GetRequiredService<Sending>();
            var claimed = await outbox.Claim(Channel.Email, _host.Clock.Now, Duration.FromMinutes(1), 20, CancellationToken.None);
            var held = Assert.Single(await outbox.Look(claimed, _host.Clock.Now));
            outbox.Watch(held.Notice, held.CheckIn);
            await _host.CallBack("undelivered", 30003);
            held.Notice.Drop();
            await outbox.Record(held.Notice, held.CheckIn);
            return held;
        });

        await pair.Deliver();

        Assert.Single(Asked(pair));
        Assert.Equal("sent", await pair.State());
    }

    [Theory]
    [InlineData(true, "told", 1), InlineData(false, "unreachable", 0)]
    public async Task A_call_for_help_goes_by_mail_in_any_case_and_coordinators_see_when_nobody_is_reached(
        bool byEmail, string contact, int mails)
    {
        var pair = await _host.AskedByText();
        var chosen = new { sms = true, email = byEmail };
        Assert.True((await pair.Mentor.Http.PutAsJsonAsync($"{pair.Community.Path}/members/me/notices", chosen)).IsSuccessStatusCode);
        await _host.Text(Number, "3");
        await _host.DeliverTexts(pair);
        await pair.Deliver();
        Assert.Equal("told", await Contact(pair));

        await _host.CallBack("undelivered", 30003, number: "+15550000002");
        await pair.Deliver();

        Assert.Equal(contact, await Contact(pair));
        Assert.Equal(mails, _host.Mail.To(pair.Mentor.Email).Count(mail => mail.Contains("hopes to hear")));
        Assert.Equal(byEmail ? 0 : 1, (await Concerns(pair)).Count(c => c.GetProperty("kind").GetString() == "contact-unreachable"));
    }

    public async Task DisposeAsync()
    {
        await _host.DisposeAsync();
        await _host.Gateway.DisposeAsync();
    }

    /// <summary>The mails that ask for the answer of a check-in.</summary>
    private IEnumerable<string> Asked(IntroducedPair pair) => _host.Mail.To(pair.Newcomer.Email).Where(mail => mail.Contains("/c/"));

    private static async Task<string?> Contact(IntroducedPair pair) => Assert.Single(
        await Concerns(pair), c => c.GetProperty("kind").GetString() == "help-asked-for").GetProperty("contact").GetString();

    private static Task<IReadOnlyList<JsonElement>> Concerns(IntroducedPair pair) =>
        IntroducedPair.Items(pair.Community.Coordinator, $"{pair.Community.Path}/concerns");
}
