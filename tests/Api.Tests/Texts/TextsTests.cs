using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Mentorship.Api.Tests.CheckIns;
using Mentorship.Api.Tests.Hosting;
using Mentorship.Api.Tests.Http;
using Mentorship.Api.Tests.Members;
using Mentorship.Domain.Notices;
using Mentorship.Domain.Safety;
using Mentorship.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Mentorship.Api.Tests.Texts;

/// <summary>A note by text and what is texted back, from the door to the database.</summary>
public sealed class TextsTests : IAsyncLifetime
{
    private TextsHost _host = null!;

    public async Task InitializeAsync() => _host = new TextsHost(await TextGateway.Start());

    [Fact]
    public async Task Who_agreed_gets_the_note_by_text_and_not_by_mail_too_and_the_inbox_shows_it_once()
    {
        var pair = await _host.AskedByText();
        await pair.Deliver();
        _host.Clock.Advance(Duration.FromMinutes(10));
        await pair.Deliver();

        var text = Assert.Single(_host.Gateway.Taken);
        Assert.Equal((Number, "+15559990000", SmsText.For(NoticeKind.CheckInDue)), text);
        Assert.Equal("Basic QUMxOnRva2Vu", Assert.Single(_host.Gateway.SignedInAs)); // AC1:token
        Assert.DoesNotContain(_host.Mail.To(pair.Newcomer.Email), mail => mail.Contains("/c/"));
        Assert.Single(await IntroducedPair.Items(pair.Newcomer, $"{pair.Community.Path}/inbox"), n => n.GetProperty("kind").GetString() == "check-in-due");
        Assert.Equal("sent", await pair.State());
    }

    [Fact]
    public async Task Nobody_is_texted_who_did_not_agree_and_it_is_recorded_who_did_and_when()
    {
        var pair = await _host.AskedByText();
        Assert.All(_host.Gateway.Taken, text => Assert.Equal(Number, text.To));

        var member = await In(pair, db => db.Members.AsNoTracking().SingleAsync(m => m.SmsNotices));
        Assert.Equal((pair.Newcomer.Id, true), (member.Id, member.SmsAgreedAt is not null));
        Assert.Equal(pair.Newcomer.Id, (await In(pair, db => db.Audit.SingleAsync(a => a.Code == "sms-started"))).Actor);
    }

    [Theory]
    [InlineData("1", TextedReply.Thanks, 0), InlineData("2", TextedReply.Thanks, 0), InlineData(" 3 ", TextedReply.SomeoneIsTold, 1)]
    public async Task One_digit_answers_the_check_in_of_the_latest_text(string digit, string reply, int concerns)
    {
        var pair = await _host.AskedByText();

        Assert.Equal(reply, await _host.Text(Number, digit));

        Assert.Equal("answered", await pair.State());
        Assert.Equal(concerns, (await Concerns(pair)).Count);
        Assert.Equal(TextedReply.NothingOpen, await _host.Text(Number, "1"));
    }

    [Fact]
    public async Task Stop_ends_texts_at_once_and_for_good_and_the_mail_goes_on()
    {
        var pair = await _host.AskedByText();

        Assert.Equal(TextedReply.Stopped, await _host.Text(Number, "Stop"));

        Assert.Equal((true, false), await Chosen(pair));
        _host.Clock.Advance(Duration.FromDays(7));
        await pair.Dispatch();
        await _host.DeliverTexts(pair);
        await pair.Deliver();
        Assert.Single(_host.Gateway.Taken);
        Assert.Equal(2, (await IntroducedPair.Items(pair.Newcomer, $"{pair.Community.Path}/inbox")).Count(n => n.GetProperty("kind").GetString() == "check-in-due"));
        Assert.Null(await _host.Text(Number, "STOP")); // it was confirmed once
        Assert.Equal(TextedReply.Started, await _host.Text(Number, "START"));
        Assert.Equal((true, true), await Chosen(pair));
    }

    [Fact]
    public async Task Stop_holds_for_a_number_in_every_community()
    {
        var (one, other) = (await _host.AskedByText(), await IntroducedPair.In(_host)); // the third person of each has the same number
        await TextsHost.Choose(other, new { sms = true });

        await _host.Text(Number, "STOP");

        Assert.Equal((true, false), await Chosen(one));
        Assert.Equal((true, false), await Chosen(other));
    }

    [Fact]
    public async Task Words_that_no_machine_may_act_on_go_to_a_person_without_the_words_and_opt_nobody_out()
    {
        var pair = await _host.AskedByText();

        Assert.Equal(TextedReply.PersonLooks, await _host.Text(Number, "I want to stop marker-words"));

        Assert.Equal("message-unread", Assert.Single(await Concerns(pair)));
        Assert.Equal((true, true), await Chosen(pair));
        Assert.Equal("sent", await pair.State());
        Assert.DoesNotContain(_host.Log.All, line => line.Contains("marker-words") || line.Contains(Number));
        Assert.Null(await _host.Text(Number, "and another thing")); // taken up by the one that waits
        Assert.Single(await Concerns(pair));
        _host.Clock.Advance(Concern.OneCall);
        Assert.Equal(TextedReply.PersonLooks, await _host.Text(Number, "is anybody there"));
        Assert.Equal(2, (await Concerns(pair)).Count);
    }

    [Fact]
    public async Task Words_are_heard_six_times_in_a_day_whether_somebody_has_looked_or_not_and_again_the_day_after()
    {
        var pair = await _host.AskedByText();
        var first = _host.Clock.Now;
        for (var heard = 1; heard <= 6; heard++, _host.Clock.Advance(Concern.OneCall))
        {
            Assert.Equal(TextedReply.PersonLooks, await _host.Text(Number, "is anybody there"));
            Assert.Equal(heard, (await Concerns(pair)).Count);
        }
        foreach (var concern in await IntroducedPair.Items(pair.Community.Coordinator, $"{pair.Community.Path}/concerns"))
            await pair.Community.Coordinator.Post($"{pair.Community.Path}/concerns/{concern.GetProperty("id").GetGuid()}/close", null, "*")
                .Is(HttpStatusCode.NoContent);

        _host.Clock.MoveTo(first + Duration.FromDays(1) - Duration.FromSeconds(1));
        Assert.Null(await _host.Text(Number, "hello"));
        Assert.Empty(await Concerns(pair));
        _host.Clock.Advance(Duration.FromSeconds(1));
        Assert.Equal(TextedReply.PersonLooks, await _host.Text(Number, "hello"));
        Assert.Single(await Concerns(pair));
    }

    [Fact]
    public async Task Help_is_answered_to_anybody_and_a_stranger_s_other_words_are_not()
    {
        await _host.AskedByText();
        Assert.Equal(TextedReply.HelpOrCall, await _host.Text(Number, "help"));
        Assert.Equal(TextedReply.Help, await _host.Text("+15557770000", "help"));
        Assert.Null(await _host.Text("+15557770000", "1"));
        Assert.Null(await _host.Text("short code", "STOP"));
    }

    [Fact]
    public async Task The_same_message_delivered_again_does_nothing_twice()
    {
        var pair = await _host.AskedByText();
        Assert.Equal(TextedReply.Stopped, await _host.Text(Number, "STOP", "SM1"));
        await _host.Text(Number, "START", "SM2");

        Assert.Null(await _host.Text(Number, "STOP", "SM1"));

        Assert.Equal((true, true), await Chosen(pair));
    }

    [Theory]
    [InlineData(""), InlineData("RSOYDt4T1cUTdK1PDd93/VVr8B8="), InlineData("not base64")]
    public async Task What_the_gateway_has_not_signed_is_refused(string signature)
    {
        var pair = await _host.AskedByText();
        await (await _host.Post(Number, "STOP", "SM1", signature)).Problem(HttpStatusCode.Forbidden, "signature-invalid");
        Assert.Equal((true, true), await Chosen(pair));
    }

    [Fact]
    public async Task While_the_database_is_away_the_gateway_is_told_to_bring_it_again_and_then_it_counts()
    {
        var pair = await _host.AskedByText();
        await Sql("""alter table "ReceivedTexts" rename to "Away" """);
        var away = await _host.Post(Number, "3", "SM1");
        Assert.Equal((HttpStatusCode.ServiceUnavailable, TimeSpan.FromSeconds(60)), (away.StatusCode, away.Headers.RetryAfter?.Delta));
        Assert.DoesNotContain(Number, await away.Content.ReadAsStringAsync());
        await Sql("""alter table "Away" rename to "ReceivedTexts" """);

        Assert.Equal(TextedReply.SomeoneIsTold, await _host.Text(Number, "3", "SM1"));
        Assert.Single(await Concerns(pair));
        Assert.Single(_host.Log.All, line => line.Contains("FailureLog POST /hooks/texts", StringComparison.Ordinal));

        Task<int> Sql(string change) => _host.Inside(pair.Community.Id, services =>
            services.GetRequiredService<MentorshipDb>().Database.ExecuteSqlRawAsync(change));
    }

    public async Task DisposeAsync()
    {
        var gateway = _host.Gateway;
        await _host.DisposeAsync();
        await gateway.DisposeAsync();
    }

    private const string Number = "+15550000003"; // of the third person of a community

    private static async Task<(bool Email, bool Sms)> Chosen(IntroducedPair pair)
    {
        var chosen = await pair.Newcomer.Http.GetFromJsonAsync<JsonElement>($"{pair.Community.Path}/members/me/notices");
        return (chosen.GetProperty("email").GetBoolean(), chosen.GetProperty("sms").GetBoolean());
    }

    private static async Task<IReadOnlyList<string?>> Concerns(IntroducedPair pair) =>
        [.. (await IntroducedPair.Items(pair.Community.Coordinator, $"{pair.Community.Path}/concerns")).Select(c => c.GetProperty("kind").GetString())];

    private Task<T> In<T>(IntroducedPair pair, Func<MentorshipDb, Task<T>> work) =>
        _host.Inside(pair.Community.Id, services => work(services.GetRequiredService<MentorshipDb>()));
}
