using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Mentorship.Api.Tests.CheckIns;
using Mentorship.Api.Tests.Hosting;
using Mentorship.Domain.Notices;
using Mentorship.Infrastructure.Notices.Email;
using Mentorship.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Mentorship.Api.Tests.Notices;

/// <summary>E-mail is stopped in the settings or by the link in any note, and started again in the settings.</summary>
public sealed class StopNoticesTests : IDisposable
{
    private readonly ApiHost _host = new();

    [Fact]
    public async Task A_member_stops_and_starts_email_in_the_settings_and_the_inbox_has_everything()
    {
        var pair = await IntroducedPair.Asked(_host);
        Assert.True(await Email(pair));
        await Set(pair, false);
        Assert.False(await Email(pair));
        await pair.Deliver();
        Assert.DoesNotContain(_host.Mail.To(pair.Newcomer.Email), m => m.Contains("/c/"));
        Assert.Contains(await IntroducedPair.Items(pair.Newcomer, $"{pair.Community.Path}/inbox"), n => n.GetProperty("kind").GetString() == "check-in-due");

        await Set(pair, true);
        _host.Clock.Advance(Duration.FromDays(7));
        await pair.Dispatch();
        await pair.Deliver();
        Assert.Single(_host.Mail.To(pair.Newcomer.Email), m => m.Contains("/c/"));
    }

    [Fact]
    public async Task A_body_that_does_not_say_which_stops_nothing()
    {
        var pair = await IntroducedPair.In(_host);
        var answer = await pair.Newcomer.Http.PutAsJsonAsync($"{pair.Community.Path}/members/me/notices", new { });
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.True(await Email(pair));
    }

    [Fact]
    public async Task Every_note_can_be_stopped_in_one_click_and_neither_link_nor_fields_tell_anything()
    {
        var pair = await IntroducedPair.Asked(_host);
        await pair.Deliver();
        Assert.All(_host.Mail.All, email =>
        {
            using var message = InternetMessage.Of(email, new Mailbox("Notes", "notes@notes.example"), _host.Clock.Now);
            Assert.Equal("List-Unsubscribe=One-Click", message.Headers["List-Unsubscribe-Post"]);
            Assert.Matches("^<http://localhost/n/[A-Za-z0-9_-]{64}>$", message.Headers["List-Unsubscribe"]);
            foreach (var field in message.Headers) Assert.Empty(TellingWords.FindIn($"{field.Field}: {field.Value}"));
        });
    }

    [Theory]
    [InlineData(false), InlineData(true)]
    public async Task One_click_of_a_mail_program_stops_without_a_page_a_cookie_or_a_redirect(bool multipart)
    {
        var pair = await IntroducedPair.Asked(_host);
        await pair.Deliver();
        using HttpContent click = multipart
            ? new MultipartFormDataContent { { new StringContent("One-Click"), "List-Unsubscribe" } }
            : new FormUrlEncodedContent(new Dictionary<string, string> { ["List-Unsubscribe"] = "One-Click" });

        var answer = await Stranger().PostAsync(StopLink(pair), click);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        Assert.Contains("The notes are stopped", await answer.Content.ReadAsStringAsync());
        Assert.False(await Email(pair));
        Assert.Contains("email-stopped", await Trail(pair));
    }

    [Fact]
    public async Task Opening_the_link_says_what_stopping_means_and_stops_nothing_however_often()
    {
        var pair = await IntroducedPair.Asked(_host);
        await pair.Deliver();
        for (var scanner = 0; scanner < 3; scanner++)
        {
            var shown = await Stranger().GetAsync(StopLink(pair));
            var page = await shown.Content.ReadAsStringAsync();
            Assert.False(shown.Headers.Contains("Set-Cookie"));
            Assert.Contains("Stop these notes?", page);
            Assert.Contains("116 123", page); // the lines to call, by the zone of the member
            Assert.DoesNotContain("<script", page);
            Assert.DoesNotContain("Marker", page);
        }
        await Stranger().SendAsync(new HttpRequestMessage(HttpMethod.Head, StopLink(pair)));
        Assert.True(await Email(pair));
    }

    [Fact]
    public async Task A_stop_again_is_said_again_and_is_one_line_of_the_audit_trail()
    {
        var pair = await IntroducedPair.Asked(_host);
        await pair.Deliver();
        await Stranger().PostAsync(StopLink(pair), null);
        Assert.Equal(HttpStatusCode.OK, (await Stranger().PostAsync(StopLink(pair), null)).StatusCode);
        Assert.Contains("The notes are stopped", await Stranger().GetStringAsync(StopLink(pair)));
        Assert.Single(await Trail(pair), "email-stopped");
    }

    [Fact]
    public async Task A_wrong_link_is_told_kindly_and_a_check_ins_link_does_not_stop()
    {
        var pair = await IntroducedPair.Asked(_host);
        await pair.Deliver();
        var stop = StopLink(pair);
        var changed = stop[..^5] + (stop[^5] == 'A' ? 'B' : 'A') + stop[^4..];
        foreach (var wrong in new[] { changed, "/n/none", _host.Mail.LinkTo(pair.Newcomer.Email).Replace("/c/", "/n/") })
        {
            Assert.Contains("This link does not work", await (await Stranger().GetAsync(wrong)).Content.ReadAsStringAsync());
            Assert.Equal(HttpStatusCode.NotFound, (await Stranger().PostAsync(wrong, null)).StatusCode);
        }
        Assert.Equal(HttpStatusCode.NotFound, (await Stranger().GetAsync(stop.Replace("/n/", "/c/"))).StatusCode);
        Assert.True(await Email(pair));
    }

    [Fact]
    public async Task A_check_in_that_was_stopped_is_not_a_miss()
    {
        var pair = await IntroducedPair.Asked(_host);
        await pair.Deliver();
        await Stranger().PostAsync(StopLink(pair), null);
        await pair.LapseAfterGrace();
        Assert.Equal("excused", await pair.State());
    }

    public void Dispose() => _host.Dispose();

    private HttpClient Stranger() => _host.CreateClient(new() { AllowAutoRedirect = false });

    private string StopLink(IntroducedPair pair) => _host.Mail.All.Last(m => m.To == pair.Newcomer.Email).OneClickUnsubscribe!.AbsolutePath;

    private static async Task<bool> Email(IntroducedPair pair) =>
        (await pair.Newcomer.Http.GetFromJsonAsync<JsonElement>($"{pair.Community.Path}/members/me/notices")).GetProperty("email").GetBoolean();

    private static async Task Set(IntroducedPair pair, bool email) => Assert.Equal(
        HttpStatusCode.NoContent, (await pair.Newcomer.Http.PutAsJsonAsync($"{pair.Community.Path}/members/me/notices", new { email })).StatusCode);

    private Task<List<string>> Trail(IntroducedPair pair) => _host.Inside(pair.Community.Id, services =>
        services.GetRequiredService<MentorshipDb>().Audit.Where(a => a.Subject == pair.Newcomer.Id.Value).Select(a => a.Code).ToListAsync());
}
