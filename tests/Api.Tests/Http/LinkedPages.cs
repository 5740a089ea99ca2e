using System.Net;
using Mentorship.Api.Features.Notices;
using Mentorship.Api.Tests.Accounts;
using Mentorship.Api.Tests.CheckIns;
using Microsoft.Extensions.DependencyInjection;

namespace Mentorship.Api.Tests.Http;

/// <summary>A running service with a check-in that waits for its answer, and a person with a browser.</summary>
public sealed class LinkedPages : IAsyncLifetime
{
    internal AccountHost Host { get; } = new();

    internal IntroducedPair Pair { get; private set; } = null!;

    public string CheckIn { get; private set; } = "";

    public string Stop { get; private set; } = "";

    /// <summary>Every page that takes a form.</summary>
    public IEnumerable<string> Paths =>
        ["/sign-up", "/sign-in", "/password", "/password/x", "/confirm/x", "/address/x", "/i/x", CheckIn, Stop];

    public async Task<(HttpStatusCode Status, string Page)> Send(HttpMethod method, string path, HttpContent? content = null)
    {
        using var answer = await Answer(method, path, content);
        return (answer.StatusCode, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
    }

    public async Task<HttpResponseMessage> Answer(HttpMethod method, string path, HttpContent? content = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content, Headers = { { "Accept", "text/html,*/*;q=0.8" } } };
        return await Host.Caller().SendAsync(request);
    }

    public async Task InitializeAsync()
    {
        Pair = await IntroducedPair.Asked(Host);
        await Pair.Deliver();
        CheckIn = Host.Mail.LinkTo(Pair.Newcomer.Email);
        Stop = Host.Services.GetRequiredService<PublicLinks>().ToStop(Pair.Community.Id, Pair.Newcomer.Id).AbsolutePath;
    }

    public Task DisposeAsync()
    {
        Host.Dispose();
        return Task.CompletedTask;
    }
}
