using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Mentorship.Api.Tests.Hosting;
using Mentorship.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Mentorship.Api.Tests.CheckIns;

/// <summary>Whom a very hard answer tells, and what: the same as "I need to talk", or nobody.</summary>
public sealed class VeryHardAnswerTests : IDisposable
{
    private static readonly object VeryHard = new { question = "today", choice = "very-hard" };

    private readonly ApiHost _host = new();

    [Fact]
    public async Task It_tells_the_contact_and_the_coordinators_at_once_and_none_of_the_words()
    {
        var pair = await IntroducedPair.Asked(_host);
        _host.Clock.Advance(Duration.FromHours(5)); // 23:00: it does not wait for the morning
        await Answer(pair, [VeryHard, new { question = "week", text = "marker-words" }, new { question = "contact", choice = "say-hi" }]);
        await pair.Deliver();

        var told = Assert.Single(await Inbox(pair, pair.Mentor), n => Kind(n) is "someone-asks-for-contact" or "hello-wished-for");
        Assert.Equal(("someone-asks-for-contact", pair.Pairing.Value), (Kind(told), told.GetProperty("pairingId").GetGuid()));
        var concern = Assert.Single(await Concerns(pair));
        Assert.Equal(("help-asked-for", "told"), (Kind(concern), concern.GetProperty("contact").GetString()));
        var mails = _host.Mail.To(pair.Mentor.Email).Concat(_host.Mail.To(pair.Community.Coordinator.Email)).ToList();
        Assert.Contains(mails, m => m.Contains("as\nsoon as you can"));
        Assert.DoesNotContain(mails.Append(concern.GetRawText()), m => m.Contains("marker") || m.Contains("hard"));
    }

    [Fact]
    public async Task Kept_to_oneself_it_tells_nobody_until_they_ask()
    {
        var pair = await IntroducedPair.Asked(_host);
        await Answer(pair, [VeryHard], keepToMyself: true);
        Assert.Equal((0, 0), await Calls(pair));
        Assert.Empty(await Inbox(pair, pair.Community.Coordinator));

        await Ask(pair);

        Assert.Equal((1, 1), await Calls(pair));
    }

    [Fact]
    public async Task A_need_to_talk_is_told_whatever_is_kept()
    {
        var pair = await IntroducedPair.Asked(_host);
        await Answer(pair, [VeryHard, new { question = "contact", choice = "call-me" }], keepToMyself: true);
        Assert.Equal((1, 1), await Calls(pair));
    }

    [Fact]
    public async Task Neither_the_mentor_nor_a_coordinator_nor_the_audit_trail_tells_it_from_a_need_to_talk()
    {
        var seen = new List<string>();
        foreach (var said in new[] { VeryHard, new { question = "contact", choice = "call-me" } })
        {
            using var host = new ApiHost();
            var pair = await IntroducedPair.Asked(host);
            await Answer(pair, [said]);
            await pair.Deliver();
            var trail = await host.Inside(pair.Community.Id, services => services.GetRequiredService<MentorshipDb>().Audit.OrderBy(a => a.Id).Select(a => a.Code).ToListAsync());
            var shown = (await Inbox(pair, pair.Mentor)).Concat(await Inbox(pair, pair.Community.Coordinator)).Select(Kind)
                .Concat((await Concerns(pair)).Select(c => $"{Kind(c)} {c.GetProperty("contact")} {c.GetProperty("raisedAt")}"));
            seen.Add(string.Join('\n', trail.Concat(shown)));
        }
        Assert.Equal(seen[0], seen[1]);
    }

    [Fact]
    public async Task Of_a_mentor_s_own_the_coordinators_hear_alone()
    {
        var pair = await IntroducedPair.In(_host);
        var plan = new { layer = "weekly", rhythm = "weekly:Sun", at = "18:00", zoneId = "Europe/Dublin" };
        await pair.Mentor.Http.PostAsJsonAsync($"{pair.Path}/plans", plan);
        await pair.Deliver();
        _host.Clock.MoveTo(IntroducedPair.FirstDue);
        await pair.Dispatch();
        await pair.Deliver();
        var (stranger, link) = (_host.CreateClient(), _host.Mail.LinkTo(pair.Mentor.Email));
        Assert.Contains("is told at once to the coordinators", await stranger.GetStringAsync(link));

        var thanks = await Post(stranger, link, ("q.today", "very-hard"));

        Assert.Contains("The coordinators have a note that a word from someone would be good.", thanks);
        Assert.DoesNotContain("our contact", thanks);
        Assert.Equal("nobody", Assert.Single(await Concerns(pair)).GetProperty("contact").GetString());
        Assert.DoesNotContain(await Inbox(pair, pair.Newcomer), n => Kind(n) == "someone-asks-for-contact");
    }

    [Fact]
    public async Task The_page_says_before_Send_what_it_does_and_afterwards_what_was_done()
    {
        var pair = await IntroducedPair.Asked(_host);
        await pair.Deliver();
        var (stranger, link) = (_host.CreateClient(), _host.Mail.LinkTo(pair.Newcomer.Email));
        var form = await stranger.GetStringAsync(link);
        var (said, box, send) = (form.IndexOf("is told at once to your contact", StringComparison.Ordinal),
            form.IndexOf("Keep this to myself", StringComparison.Ordinal), form.IndexOf("Send<", StringComparison.Ordinal));
        Assert.True(0 < said && said < box && box < send, form);

        var thanks = await Post(stranger, link, ("q.today", "very-hard"));

        Assert.Contains("Your contact has a note that a word from them would be good", thanks);
        Assert.Contains("It does not say what you answered.", thanks);
        Assert.Contains("116 123", thanks);
        Assert.DoesNotContain("No note was sent", thanks);
        Assert.Equal((1, 1), await Calls(pair));
    }

    [Theory]
    [InlineData("", "No note was sent."), InlineData("say-hi", "No note was sent about this.")]
    public async Task Kept_on_the_page_nobody_is_told_it_says_so_and_offers_contact(string contact, string said)
    {
        var pair = await IntroducedPair.Asked(_host);
        await pair.Deliver();
        var thanks = await Post(_host.CreateClient(), _host.Mail.LinkTo(pair.Newcomer.Email), ("q.today", "very-hard"), ("q.contact", contact), ("keepToMyself", "true"));

        Assert.Contains(said, thanks);
        Assert.Contains("Would it help to hear from someone?", thanks);
        Assert.Equal((0, 0), await Calls(pair));
        Assert.Equal(contact == "say-hi" ? 1 : 0, (await Inbox(pair, pair.Mentor)).Count(n => Kind(n) == "hello-wished-for"));
    }

    [Fact]
    public async Task A_call_that_waits_takes_up_another_for_five_minutes_and_then_all_are_told_again()
    {
        var pair = await IntroducedPair.Asked(_host);
        await Answer(pair, [VeryHard]);
        _host.Clock.Advance(Duration.FromMinutes(4));
        await Ask(pair);
        Assert.Equal((1, 1), await Calls(pair));

        _host.Clock.Advance(Duration.FromMinutes(1));
        await Ask(pair);

        Assert.Equal((2, 2), await Calls(pair));
        await pair.Deliver();
        Assert.Equal(2, _host.Mail.To(pair.Mentor.Email).Count(m => m.Contains("as\nsoon as you can")));
        Assert.All((await Inbox(pair, pair.Mentor)).Where(n => Kind(n) == "someone-asks-for-contact"), n => Assert.Equal(pair.Pairing.Value, n.GetProperty("pairingId").GetGuid()));
        Assert.All(await Concerns(pair), c => Assert.Equal("told", c.GetProperty("contact").GetString()));
    }

    [Fact]
    public async Task One_that_was_looked_after_takes_up_none()
    {
        var pair = await IntroducedPair.Asked(_host);
        await Answer(pair, [VeryHard]);
        var close = new HttpRequestMessage(HttpMethod.Post, $"{pair.Community.Path}/concerns/{Assert.Single(await Concerns(pair)).GetProperty("id")}/close");
        close.Headers.Add("If-Match", "*");
        Assert.Equal(HttpStatusCode.NoContent, (await pair.Community.Coordinator.Http.SendAsync(close)).StatusCode);

        await Ask(pair);

        Assert.Equal((2, 1), await Calls(pair)); // the closed one stands on a page of its own
    }

    public void Dispose() => _host.Dispose();

    private static async Task Answer(IntroducedPair pair, object[] answers, bool keepToMyself = false)
    {
        var path = $"{pair.Community.Path}/check-ins/{(await pair.CheckIn()).GetProperty("id")}/answers";
        Assert.Equal(HttpStatusCode.OK, (await pair.Newcomer.Http.PostAsJsonAsync(path, new { answers, keepToMyself })).StatusCode);
    }

    private static async Task Ask(IntroducedPair pair)
    {
        var path = $"{pair.Community.Path}/check-ins/{(await pair.CheckIn()).GetProperty("id")}/contact";
        Assert.Equal(HttpStatusCode.OK, (await pair.Newcomer.Http.PostAsync(path, null)).StatusCode);
    }

    private static async Task<string> Post(HttpClient stranger, string link, params (string Field, string Value)[] fields) =>
        await (await stranger.PostAsync(link, new FormUrlEncodedContent(fields.ToDictionary(f => f.Field, f => f.Value)))).Content.ReadAsStringAsync();

    private static async Task<(int OfContact, int OfCoordinators)> Calls(IntroducedPair pair) =>
        ((await Inbox(pair, pair.Mentor)).Count(n => Kind(n) == "someone-asks-for-contact"), (await Concerns(pair)).Count);

    private static Task<IReadOnlyList<JsonElement>> Concerns(IntroducedPair pair) => IntroducedPair.Items(pair.Community.Coordinator, $"{pair.Community.Path}/concerns");

    private static Task<IReadOnlyList<JsonElement>> Inbox(IntroducedPair pair, Person person) => IntroducedPair.Items(person, $"{pair.Community.Path}/inbox");

    private static string? Kind(JsonElement item) => item.GetProperty("kind").GetString();
}
