using System.Net;
using System.Net.Http.Json;
using System.Xml.Linq;
using Mentorship.Api.Features.Notices;
using Mentorship.Api.Tests.CheckIns;
using Mentorship.Api.Tests.Hosting;
using Mentorship.Domain;
using Mentorship.Domain.Notices;
using Mentorship.Infrastructure.Notices.Sms;
using Microsoft.AspNetCore.Hosting;

namespace Mentorship.Api.Tests.Texts;

/// <summary>The service with a gateway, and what comes back from people's telephones.</summary>
public sealed class TextsHost(TextGateway gateway) : ApiHost
{
    private const string Token = "token";
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

    internal Task<int> DeliverTexts(IntroducedPair pair) => Send(new SendNotices(Actor.System(pair.Community.Id), 500, Channel.Sms));

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
        var request = new HttpRequestMessage(HttpMethod.Post, "/hooks/texts") { Content = new FormUrlEncodedContent(fields) };
        request.Headers.Add("X-Twilio-Signature", signature ?? TwilioSignature.Of(Token, new Uri("http://localhost/hooks/texts"), fields));
        return CreateClient().SendAsync(request);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("Sms:AccountSid", "AC1").UseSetting("Sms:AuthToken", Token).UseSetting("Sms:From", "+15559990000").UseSetting("Sms:Url", gateway.Url);
    }
}
