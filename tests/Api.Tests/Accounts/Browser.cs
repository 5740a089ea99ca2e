using System.Net;
using System.Text.RegularExpressions;
using Mentorship.Api.Tests.Hosting;

namespace Mentorship.Api.Tests.Accounts;

/// <summary>A person with a browser and no scripts: opens pages, keeps cookies, and sends the form that a page shows.</summary>
internal sealed partial class Browser(HttpClient http)
{
    /// <summary>The browser of somebody who has signed in.</summary>
    public static Browser Of(Person person, ApiHost host)
    {
        var http = host.CreateClient(new() { AllowAutoRedirect = false, BaseAddress = new("https://localhost") });
        http.DefaultRequestHeaders.Add(SignedInByHeader.Header, person.Account.ToString());
        return new Browser(http);
    }

    public HttpStatusCode Status { get; private set; }

    public string Page { get; private set; } = "";

    public Uri? Location { get; private set; }

    public async Task<Browser> Open(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "Accept", "text/html" } } };
        return await Take(await http.SendAsync(request));
    }

    /// <summary>Sends the form of the page that is open, to <paramref name="path"/>, with what a person typed.</summary>
    public async Task<Browser> Send(string path, params (string Field, string Text)[] typed)
    {
        var fields = typed.ToDictionary(t => t.Field, t => t.Text);
        if (Hidden().Match(Page) is { Success: true } hidden) fields["__RequestVerificationToken"] = hidden.Groups[1].Value;
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(fields), Headers = { { "Accept", "text/html" } } };
        return await Take(await http.SendAsync(request));
    }

    private async Task<Browser> Take(HttpResponseMessage answer)
    {
        (Status, Location, Page) = (answer.StatusCode, answer.Headers.Location, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
        return this;
    }

    [GeneratedRegex("""name="__RequestVerificationToken"[^>]* value="([^"]+)""")]
    private static partial Regex Hidden();
}
