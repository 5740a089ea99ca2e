using System.Net;
using System.Net.Http.Json;
using System.Xml.Linq;
using Mentorship.Api.Features.CheckIns;
using Mentorship.Api.Features.Notices;
using Mentorship.Api.Tests.CheckIns;
using Mentorship.Api.Tests.Hosting;
using Mentorship.Domain;
using Mentorship.Domain.Notices;
using Mentorship.Infrastructure.Notices.Sms;
using Mentorship.Infrastructure.Persistence;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Mentorship.Api.Tests.Texts;

/// <summary>The service with a gateway, and what comes back from people's telephones.</summary>
public sealed class TextsHost(TextGateway gateway, string engine = "sqlite", string? connection = null) : ApiHost(engine, connection)
{
    internal const string Token = "token";
    private int _messages;

    public TextGateway Gateway => gateway;

    /// <summary>A pair whose newcomer agreed to texts, and whose first check-in is due.</summary>
    internal async Task<IntroducedPair> AskedByText()
    {
        var pair = await IntroducedPair.In(this);
        await pair.Deliver();
        await Choose(pair, new { sms = true });
        Clock.MoveTo(IntroducedPair.FirstDue);
        await pair.Dispatch();
        await DeliverTexts(pair);
        return pair;
    }

    internal static async Task Choose(IntroducedPair pair, object choice) => Assert.Equal(
        HttpStatusCode.NoContent, (await pair.Newcomer.Http.PutAsJsonAsync($"{pair.Community.Path}/members/me/notices", choice)).StatusCode);

    /// <summary>The other person has the log-in of the first, in the other's community.</summary>
    internal async Task<Person> AsOnePerson(Person first, SampleCommunity community, Person other)
    {
        await Inside(community.Id, async services =>
        {
            var db = services.GetRequiredService<MentorshipDb>();
            (await db.Members.FindAsync(community.Id, other.Id))!.Link(first.Account);
            return await db.SaveChangesAsync();
        });
        return other with { Account = first.Account, Http = first.Http };
    }

    internal Task<int> DeliverTexts(IntroducedPair pair) => Send(new SendNotices(Actor.System(pair.Community.Id), 500, Channel.Sms));

    /// <summary>Every hour until then the jobs run.</summary>
    internal async Task Live(IntroducedPair pair, Instant until)
    {
        var service = Actor.System(pair.Community.Id);
        while (Clock.Now < until)
        {
            Clock.MoveTo(Instant.Min(until, Clock.Now + Duration.FromHours(1)));
            await pair.Dispatch();
            await Send(new LapseCheckIns(service, 100));
            await Send(new ClimbLadder(service, 100));
            await pair.Deliver();
            await DeliverTexts(pair);
        }
    }

    /// <summary>What is said back to a text from a number; null when nothing is.</summary>
    internal async Task<string?> Text(string from, string body, string? id = null)
    {
        var answer = await Post(from, body, id ?? $"SM{++_messages:00000000}");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return XDocument.Parse(await answer.Content.ReadAsStringAsync()).Root!.Element("Message")?.Value;
    }

    internal Task<HttpResponseMessage> Post(string from, string body, string id, string? signature = null)
    {
        var fields = new Dictionary<string, string> { ["MessageSid"] = id, ["From"] = from, ["To"] = "+15559990000", ["Body"] = body };
        return Post(new Uri("http://localhost/hooks/texts"), fields, signature);
    }

    /// <summary>The gateway says what became of one of the texts that it took, by default the latest.</summary>
    internal async Task CallBack(string status, int code = 0, Index? of = null, string number = "+15550000003")
    {
        var answer = await Post(gateway.Statuses[of ?? ^1], StatusOf(status, code, number));
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
    }

    internal static Dictionary<string, string> StatusOf(string status, int code = 0, string number = "+15550000003") => new()
    {
        ["MessageSid"] = "SM00000001",
        ["MessageStatus"] = status,
        ["ErrorCode"] = code == 0 ? "" : $"{code}",
        ["To"] = number,
        ["From"] = "+15559990000",
    };

    /// <summary>What the gateway brings, signed as it signs unless a test has another signature.</summary>
    internal Task<HttpResponseMessage> Post(Uri address, Dictionary<string, string> fields, string? signature = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new FormUrlEncodedContent(fields) };
        request.Headers.Add("X-Twilio-Signature", signature ?? TwilioSignature.Of(Token, address, fields));
        return CreateClient().SendAsync(request);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("Sms:AccountSid", "AC1").UseSetting("Sms:AuthToken", Token).UseSetting("Sms:From", "+15559990000").UseSetting("Sms:Url", gateway.Url);
    }
}
