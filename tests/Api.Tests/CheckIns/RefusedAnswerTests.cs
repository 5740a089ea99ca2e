using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Mentorship.Api.Tests.Hosting;
using Mentorship.Api.Tests.Http;
using NodaTime;

namespace Mentorship.Api.Tests.CheckIns;

/// <summary>An answer that can no longer be kept, and the call for help in it, which is made all the same.</summary>
public sealed class RefusedAnswerTests : IDisposable
{
    private static readonly object Good = new { question = "today", choice = "good" };
    private static readonly object CallMe = new { question = "contact", choice = "call-me" };

    private readonly ApiHost _host = new();

    [Theory]
    [InlineData("answered", 1), InlineData("late", 1), InlineData("pause", 1), InlineData("end", 0)]
    public async Task A_call_in_a_form_that_was_open_when_its_note_closed_is_made_once(string closedBy, int contacts)
    {
        var (pair, link) = await Linked();
        await Close(pair, closedBy);

        var page = await Post(link, ("q.contact", "call-me"), ("q.week", "marker-words"));

        Assert.Contains(contacts == 1 ? "Your contact and the coordinators are" : "The coordinators are", page);
        Assert.Contains("being told now", page);
        Assert.Contains(closedBy == "answered" ? "What else you sent just now changed nothing" : "What else you sent was not kept", page);
        Assert.Contains("116 123", page);
        Assert.Equal((contacts, 1), await Calls(pair));
        Assert.Contains("being told now", await Post(link, ("q.contact", "call-me"))); // sent again, as by a reload
        Assert.Equal((contacts, 1), await Calls(pair));
        Assert.DoesNotContain("marker-words", await pair.Newcomer.Http.GetStringAsync($"{pair.Path}/check-ins"));
    }

    [Fact]
    public async Task A_call_is_made_also_where_another_answer_of_a_late_form_could_not_be_taken()
    {
        var (pair, link) = await Linked();
        await Close(pair, "answered");
        Assert.Contains("being told now", await Post(link, ("q.today", "very-hard"), ("q.week", new string('a', 4001))));
        Assert.Equal((1, 1), await Calls(pair));
    }

    [Fact]
    public async Task A_second_tap_is_told_that_the_first_is_kept()
    {
        var (pair, link) = await Linked();
        Assert.Contains("Your answer is kept", await Post(link, ("q.today", "good"), ("q.contact", "say-hi")));

        var second = await Post(link, ("q.today", "good"), ("q.contact", "say-hi"));

        Assert.Contains("This note was answered already, and that answer is kept", second);
        Assert.DoesNotContain("not kept", second);
        Assert.Equal(2, (await pair.CheckIn()).GetProperty("answers").GetArrayLength());
    }

    [Fact]
    public async Task A_late_form_without_a_call_tells_nobody_says_so_and_offers_contact()
    {
        var (pair, link) = await Linked();
        await Close(pair, "late");

        var page = await Post(link, ("q.today", "very-hard"), ("keepToMyself", "true"), ("q.contact", "say-hi"));

        Assert.Contains("was not kept, and nobody was told of it", page);
        Assert.Contains("Would it help to hear from someone?", page);
        Assert.Equal((0, 0), await Calls(pair));
        Assert.Contains("Thank you for asking", await Post(link + "?handler=Contact"));
        Assert.Equal((1, 1), await Calls(pair));
    }

    [Theory]
    [InlineData("answered"), InlineData("late")]
    public async Task A_closed_note_offers_contact_and_the_lines_for_seven_days_after_its_time(string closedBy)
    {
        var (pair, link) = await Linked();
        var last = IntroducedPair.FirstDue + Duration.FromHours(48) + Duration.FromDays(7);
        await Close(pair, closedBy);
        _host.Clock.MoveTo(last);
        var closed = await _host.CreateClient().GetStringAsync(link);
        Assert.Contains("This note is closed", closed);
        Assert.Contains("Yes, please tell them", closed);
        Assert.Contains("116 123", closed);
        Assert.Equal((0, 0), await Calls(pair)); // looked at, and not asked

        _host.Clock.MoveTo(last + Duration.FromMinutes(1));
        Assert.DoesNotContain("Yes, please tell them", await _host.CreateClient().GetStringAsync(link));
        foreach (var (path, field) in new[] { ("?handler=Contact", "none"), ("", "q.contact") })
        {
            var refused = await _host.CreateClient().PostAsync(link + path, Form((field, "call-me")));
            Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
            var page = await refused.Content.ReadAsStringAsync();
            Assert.Contains("nobody was told of it", page);
            Assert.Contains("116 123", page);
        }
        Assert.Equal((0, 0), await Calls(pair));
    }

    [Fact]
    public async Task Over_the_API_the_refusal_says_that_the_call_was_made()
    {
        var pair = await IntroducedPair.Asked(_host);
        await pair.Answer(Good);

        var refused = await (await Send(pair, CallMe)).Problem(HttpStatusCode.Conflict, "check-in-answered");

        Assert.True(refused.GetProperty("contactAsked").GetBoolean());
        Assert.True(refused.GetProperty("somebodyHears").GetBoolean());
        Assert.Contains("the call in it was made", refused.GetProperty("detail").GetString());
        Assert.Equal((1, 1), await Calls(pair));
        var kept = Assert.Single((await pair.CheckIn()).GetProperty("answers").EnumerateArray());
        Assert.Equal("good", kept.GetProperty("choice").GetString());
    }

    [Fact]
    public async Task I_need_to_talk_is_told_also_beside_an_answer_that_is_not_valid()
    {
        var (pair, link) = await Linked();

        var page = await Post(link, ("q.contact", "call-me"), ("q.week", new string('x', 4001)));
        Assert.Contains("being told now", page);
        Assert.Contains("At most 4,000 characters", page);
        Assert.Contains("<form", page);
        Assert.Equal((1, 1), await Calls(pair));

        var id = (await pair.CheckIn()).GetProperty("id");
        var refused = await (await pair.Newcomer.Http.PostAsJsonAsync($"{pair.Community.Path}/check-ins/{id}/answers", new
        {
            answers = new[] { CallMe, new { question = "unheard-of", text = "x" } },
        })).Problem(HttpStatusCode.BadRequest, "input-invalid");
        Assert.True(refused.GetProperty("contactAsked").GetBoolean());
        Assert.Equal("question-unknown", refused.GetProperty("errors")[0].GetProperty("code").GetString());
        Assert.Equal((1, 1), await Calls(pair)); // within five minutes it is the same call
    }

    [Fact]
    public async Task Over_the_API_a_refusal_of_what_calls_nobody_makes_no_call_and_says_nothing_of_one()
    {
        var pair = await IntroducedPair.Asked(_host);
        await pair.Answer(Good);
        var refused = await (await Send(pair, Good)).Problem(HttpStatusCode.Conflict, "check-in-answered");
        Assert.False(refused.TryGetProperty("contactAsked", out _));
        Assert.False(refused.TryGetProperty("somebodyHears", out _));
        Assert.Equal((0, 0), await Calls(pair));
    }

    [Fact]
    public async Task Under_one_key_a_refused_answer_calls_once_however_late_it_is_repeated()
    {
        var pair = await IntroducedPair.Asked(_host);
        await pair.Answer(Good);
        var said = new List<string>();
        for (var time = 0; time < 3; time++, _host.Clock.Advance(Duration.FromMinutes(20)))
        {
            var refused = await (await Send(pair, CallMe, "one-key")).Problem(HttpStatusCode.Conflict, "check-in-answered");
            said.Add(refused.GetProperty("detail").GetString()!);
        }
        Assert.Contains("the call in it was made", Assert.Single(said.Distinct()));
        Assert.Equal((1, 1), await Calls(pair));
    }

    public void Dispose() => _host.Dispose();

    private async Task<(IntroducedPair Pair, string Link)> Linked()
    {
        var pair = await IntroducedPair.Asked(_host);
        await pair.Deliver();
        return (pair, _host.Mail.LinkTo(pair.Newcomer.Email));
    }

    private static Task Close(IntroducedPair pair, string by) => by switch
    {
        "answered" => pair.Answer(Good),
        "late" => pair.LapseAfterGrace(),
        "pause" => pair.Post(pair.Mentor, by),
        _ => pair.Post(pair.Newcomer, by),
    };

    private async Task<string> Post(string link, params (string Field, string Value)[] fields) =>
        await (await _host.CreateClient().PostAsync(link, Form(fields))).Content.ReadAsStringAsync();

    private static async Task<HttpResponseMessage> Send(IntroducedPair pair, object answer, string? key = null)
    {
        var path = $"{pair.Community.Path}/check-ins/{(await pair.CheckIn()).GetProperty("id")}/answers";
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(new { answers = new[] { answer } }) };
        if (key is not null) request.Headers.Add("Idempotency-Key", key);
        return await pair.Newcomer.Http.SendAsync(request);
    }

    private static async Task<(int OfContact, int OfCoordinators)> Calls(IntroducedPair pair) => (
        (await Items(pair, pair.Mentor, "inbox")).Count(n => n.GetProperty("kind").GetString() == "someone-asks-for-contact"),
        (await Items(pair, pair.Community.Coordinator, "concerns")).Count);

    private static Task<IReadOnlyList<JsonElement>> Items(IntroducedPair pair, Person person, string list) =>
        IntroducedPair.Items(person, $"{pair.Community.Path}/{list}");

    private static FormUrlEncodedContent Form(params (string Field, string Value)[] fields) =>
        new(fields.ToDictionary(f => f.Field, f => f.Value));
}
