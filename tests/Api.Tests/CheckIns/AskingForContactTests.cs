using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Mentorship.Api.Features.CheckIns;
using Mentorship.Api.Tests.Hosting;
using Mentorship.Api.Tests.Http;
using Mentorship.Domain.Members;
using NodaTime;

namespace Mentorship.Api.Tests.CheckIns;

/// <summary>Who is told what when somebody would like a hello, or needs to talk.</summary>
public sealed class AskingForContactTests : IDisposable
{
    private readonly ApiHost _host = new();

    [Fact]
    public async Task A_hello_is_told_to_the_mentor_in_calm_words_and_is_no_concern()
    {
        var pair = await IntroducedPair.Asked(_host);
        await pair.Answer(new { question = "contact", choice = "say-hi" });
        await pair.Deliver();

        var told = Assert.Single(await Inbox(pair, pair.Mentor), n => Kind(n) is "hello-wished-for" or "someone-asks-for-contact");
        Assert.Equal("hello-wished-for", Kind(told));
        Assert.Equal(pair.Pairing.Value, told.GetProperty("pairingId").GetGuid());
        Assert.Contains("not urgent", _host.Mail.To(pair.Mentor.Email)[^1]);
        Assert.Empty(await IntroducedPair.Items(pair.Community.Coordinator, $"{pair.Community.Path}/concerns"));
        Assert.Empty(await Inbox(pair, pair.Community.Coordinator));
    }

    [Fact]
    public async Task A_need_to_talk_is_told_to_the_mentor_at_once_who_finds_out_by_whom_in_the_inbox_and_not_in_the_mail()
    {
        var pair = await IntroducedPair.Asked(_host);
        await pair.Answer(new { question = "contact", choice = "call-me" });
        await pair.Deliver();

        var told = Assert.Single(await Inbox(pair, pair.Mentor), n => Kind(n) == "someone-asks-for-contact");
        var pairing = await pair.Mentor.Http.GetFromJsonAsync<JsonElement>($"{pair.Community.Path}/pairings/{told.GetProperty("pairingId").GetGuid()}");
        Assert.StartsWith("MarkerNewcomer", pairing.GetProperty("otherName").GetString());
        var mail = _host.Mail.To(pair.Mentor.Email)[^1];
        Assert.Contains("as\nsoon as you can", mail);
        Assert.DoesNotContain(pair.Pairing.ToString(), mail);
    }

    [Fact]
    public async Task The_coordinators_are_told_once_that_something_waits_and_not_what()
    {
        var pair = await IntroducedPair.Asked(_host);
        await pair.Answer(new { question = "week", text = "marker-words" }, new { question = "contact", choice = "call-me" });
        await pair.Deliver();

        var told = Assert.Single(await Inbox(pair, pair.Community.Coordinator));
        var concern = Assert.Single(await IntroducedPair.Items(pair.Community.Coordinator, $"{pair.Community.Path}/concerns"));
        Assert.Equal(("coordinator-look", concern.GetProperty("id").GetGuid()), (Kind(told), told.GetProperty("subject").GetGuid()));
        Assert.Equal(JsonValueKind.Null, told.GetProperty("pairingId").ValueKind);
        var mail = Assert.Single(_host.Mail.To(pair.Community.Coordinator.Email));
        Assert.Contains("on your list", mail);
        Assert.DoesNotContain("marker", mail);
    }

    [Fact]
    public async Task The_page_says_at_the_question_and_before_Send_who_is_told_what()
    {
        var page = await _host.CreateClient().GetStringAsync(await Link());
        var (question, told, send) = (page.IndexOf("Would you like to hear", StringComparison.Ordinal),
            page.IndexOf("is told to your contact at once, and to the coordinators", StringComparison.Ordinal), page.IndexOf("Send<", StringComparison.Ordinal));
        Assert.True(0 < question && question < told && told < send, page);
    }

    [Theory]
    [InlineData("call-me", "Your contact and the coordinators are being told now")]
    [InlineData("say-hi", "a hello would be nice")]
    public async Task The_page_says_afterwards_who_was_told(string choice, string said)
    {
        var thanks = await _host.CreateClient().PostAsync(await Link(), Form(("q.contact", choice)));
        Assert.Contains(said, await thanks.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task After_the_two_have_parted_nobody_is_asked_for_a_hello()
    {
        var pair = await IntroducedPair.Asked(_host);
        _host.Clock.Advance(Duration.FromHours(4)); // 22:00: what can wait leaves in the morning
        await pair.Answer(new { question = "contact", choice = "say-hi" });
        await pair.Deliver();
        await pair.Post(pair.Newcomer, "end");
        _host.Clock.Advance(Duration.FromHours(12));
        await pair.Deliver();

        Assert.DoesNotContain(_host.Mail.To(pair.Mentor.Email), m => m.Contains("not urgent"));
        Assert.Contains(_host.Mail.To(pair.Mentor.Email), m => m.Contains("Something has changed"));
    }

    [Fact]
    public async Task The_news_of_a_pair_that_has_closed_before_it_could_leave_stays_behind_and_that_of_its_end_leaves()
    {
        var pair = await IntroducedPair.In(_host);
        await pair.Post(pair.Newcomer, "end");
        await pair.Deliver();

        var mails = _host.Mail.To(pair.Mentor.Email);
        Assert.DoesNotContain(mails, m => m.Contains("There is news for you") || m.Contains("A question is waiting"));
        Assert.Single(mails, m => m.Contains("Something has changed"));
        Assert.Contains(await Inbox(pair, pair.Mentor), n => Kind(n) == "pairing-introduced");
    }

    [Fact]
    public async Task Who_has_said_yes_is_asked_no_more_by_a_mail_that_leaves_afterwards()
    {
        var pair = await IntroducedPair.In(_host);
        await pair.Deliver();
        Assert.DoesNotContain(_host.Mail.To(pair.Newcomer.Email).Concat(_host.Mail.To(pair.Mentor.Email)), m => m.Contains("A question is waiting"));
    }

    [Fact]
    public async Task A_call_from_the_pulse_is_told_to_the_coordinators_alone_and_one_from_elsewhere_to_the_contact_too()
    {
        var pair = await IntroducedPair.In(_host);
        _host.Clock.MoveTo(Instant.FromUtc(2026, 11, 17, 18, 0));
        await pair.Dispatch();
        await pair.Deliver();
        var (stranger, link) = (_host.CreateClient(), "");
        foreach (var mail in _host.Mail.To(pair.Newcomer.Email).Select(m => Regex.Match(m, "/c/[A-Za-z0-9_-]+")).Where(m => m.Success))
            if ((await stranger.GetStringAsync(mail.Value)).Contains("I feel safe in this contact")) link = mail.Value;

        var thanks = await (await stranger.PostAsync(link, Form(("q.safe", "not-sure"), ("audience", "coordinator")))).Content.ReadAsStringAsync();
        Assert.Contains("the coordinators are told now", thanks);
        Assert.DoesNotContain("your contact and", thanks);
        Assert.Contains($"/notes/{pair.Community.Id}/leave/{pair.Pairing}", thanks);
        var before = _host.Mail.To(pair.Mentor.Email).Count;
        await (await stranger.PostAsync(link + "?handler=Contact", null)).Content.ReadAsStringAsync();
        await stranger.PostAsync(link + "?handler=Contact", null); // pressed twice
        await pair.Deliver();
        Assert.Single(await IntroducedPair.Items(pair.Community.Coordinator, $"{pair.Community.Path}/concerns"));
        Assert.Equal(before, _host.Mail.To(pair.Mentor.Email).Count);

        await _host.Send(new AskForContactOf(new(pair.Community.Id, pair.Newcomer.Id, Roles.Newcomer), pair.Pairing)); // within minutes
        await pair.Deliver();
        Assert.Contains("Someone hopes to hear from you today.", _host.Mail.To(pair.Mentor.Email)[^1]);
    }

    [Theory]
    [InlineData(true), InlineData(false)]
    public async Task All_of_a_note_can_be_skipped_which_closes_it_with_nothing_said_but_a_call(bool calls)
    {
        var pair = await IntroducedPair.Asked(_host);
        await pair.Deliver();
        var link = _host.Mail.LinkTo(pair.Newcomer.Email);
        var thanks = await (await _host.CreateClient().PostAsync(
            link, Form(("q.today", "hard"), ("q.contact", calls ? "call-me" : "fine"), ("skipAll", "true"), ("audience", "mentor")))).Content.ReadAsStringAsync();

        Assert.Equal("answered", await pair.State());
        Assert.Equal(calls ? ["contact"] : [], (await pair.CheckIn()).GetProperty("answers").EnumerateArray().Select(a => a.GetProperty("question").GetString()));
        Assert.Equal(!calls, thanks.Contains("It is kept that you are here, and nothing else."));
        Assert.Equal(calls ? 1 : 0, (await IntroducedPair.Items(pair.Community.Coordinator, $"{pair.Community.Path}/concerns")).Count);
    }

    [Fact]
    public async Task Over_the_API_too_all_of_it_is_skipped_by_saying_so()
    {
        var pair = await IntroducedPair.Asked(_host);
        var path = $"{pair.Community.Path}/check-ins/{(await pair.CheckIn()).GetProperty("id").GetGuid()}/answers";
        var both = new { skipAll = true, answers = new[] { new { question = "today", choice = "hard" } } };
        Assert.Equal(["answers: answers-skipped"], (await (await pair.Newcomer.Http.PostAsJsonAsync(path, both)).Problem(HttpStatusCode.BadRequest, "input-invalid")).Errors());
        Assert.Equal(HttpStatusCode.OK, (await pair.Newcomer.Http.PostAsJsonAsync(path, new { skipAll = true })).StatusCode);
        Assert.Equal("answered", await pair.State());
    }

    [Fact]
    public async Task A_mentor_who_calls_is_told_that_the_coordinators_are_told_and_is_not_offered_a_hello()
    {
        var pair = await IntroducedPair.In(_host);
        var plan = new { layer = "weekly", rhythm = "weekly:Sun", at = "18:00", zoneId = "Europe/Dublin" };
        Assert.Equal(HttpStatusCode.Created, (await pair.Mentor.Http.PostAsJsonAsync($"{pair.Path}/plans", plan)).StatusCode);
        await pair.Deliver();
        _host.Clock.MoveTo(IntroducedPair.FirstDue);
        await pair.Dispatch();
        await pair.Deliver();
        var (stranger, link) = (_host.CreateClient(), _host.Mail.LinkTo(pair.Mentor.Email));

        Assert.DoesNotContain("A hello would be nice", await stranger.GetStringAsync(link));
        var thanks = await (await stranger.PostAsync(link, Form(("q.contact", "call-me")))).Content.ReadAsStringAsync();

        Assert.Contains("The coordinators are being told now", thanks);
        Assert.Single(await IntroducedPair.Items(pair.Community.Coordinator, $"{pair.Community.Path}/concerns"));
        Assert.DoesNotContain(await Inbox(pair, pair.Newcomer), n => Kind(n) == "someone-asks-for-contact");
    }

    [Fact]
    public async Task A_form_that_is_sent_empty_asks_for_one_answer_and_leaves_the_link_open()
    {
        var pair = await IntroducedPair.Asked(_host);
        await pair.Deliver();
        var (stranger, link) = (_host.CreateClient(), _host.Mail.LinkTo(pair.Newcomer.Email));
        var empty = await stranger.PostAsync(link, Form(("q.week", "  "), ("audience", "mentor")));
        Assert.Contains("Please answer one of the questions", await empty.Content.ReadAsStringAsync());
        Assert.Equal("sent", await pair.State());

        var path = $"{pair.Community.Path}/check-ins/{(await pair.CheckIn()).GetProperty("id").GetGuid()}/answers";
        var refused = await pair.Newcomer.Http.PostAsJsonAsync(path, new { answers = new[] { new { question = "week", text = " " } } });
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains("answers-missing", await refused.Content.ReadAsStringAsync());

        var thanks = await stranger.PostAsync(link, Form(("q.today", "good")));
        Assert.Contains("Thank you", await thanks.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task The_answer_over_the_API_offers_contact_and_lines_and_does_not_tell_a_hard_day_from_another()
    {
        var pair = await IntroducedPair.Asked(_host);
        var bodies = new List<string>();
        foreach (var (today, keepToMyself, told, asked) in new[] { ("very-hard", true, 0, 1), ("very-hard", false, 2, 2), ("good", false, 2, 3) })
        {
            var id = (await IntroducedPair.Items(pair.Newcomer, $"{pair.Path}/check-ins"))[^1].GetProperty("id").GetGuid();
            var answers = new[] { new { question = "today", choice = today } };
            var kept = await (await pair.Newcomer.Http.PostAsJsonAsync($"{pair.Community.Path}/check-ins/{id}/answers", new { answers, keepToMyself })).Content.ReadFromJsonAsync<JsonElement>();
            bodies.Add(kept.GetRawText().Replace(id.ToString(), ""));
            var support = await pair.Newcomer.Http.GetFromJsonAsync<JsonElement>(kept.GetProperty("support").GetString());
            Assert.Contains(support.GetProperty("lines").EnumerateArray(), line => line.GetProperty("number").GetString() == "116 123");
            Assert.True(kept.GetProperty("hasContact").GetBoolean());
            Assert.True(kept.GetProperty("somebodyHears").GetBoolean());
            Assert.Equal(told, await Concerns(pair));

            var call = await pair.Newcomer.Http.PostAsync(kept.GetProperty("askForContact").GetString(), null);
            Assert.True((await call.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("somebodyHears").GetBoolean());

            Assert.Equal(asked, await Concerns(pair));
            _host.Clock.Advance(NodaTime.Duration.FromDays(7));
            await pair.Dispatch();
        }
        Assert.Single(bodies.Distinct());
    }

    public void Dispose() => _host.Dispose();

    private static async Task<int> Concerns(IntroducedPair pair) =>
        (await IntroducedPair.Items(pair.Community.Coordinator, $"{pair.Community.Path}/concerns")).Count;

    private async Task<string> Link()
    {
        var pair = await IntroducedPair.Asked(_host);
        await pair.Deliver();
        return _host.Mail.LinkTo(pair.Newcomer.Email);
    }

    private static FormUrlEncodedContent Form(params (string Field, string Value)[] fields) => new(fields.ToDictionary(f => f.Field, f => f.Value));

    private static Task<IReadOnlyList<JsonElement>> Inbox(IntroducedPair pair, Person person) => IntroducedPair.Items(person, $"{pair.Community.Path}/inbox");

    private static string? Kind(JsonElement item) => item.GetProperty("kind").GetString();
}
