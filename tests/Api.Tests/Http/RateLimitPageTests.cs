using System.Net;
using System.Text.RegularExpressions;
using Mentorship.Api.Tests.Accounts;
using Mentorship.Api.Tests.Contract;

namespace Mentorship.Api.Tests.Http;

public sealed partial class RateLimitPageTests
{
    /// <summary>What a stranger may ask for as often as they like, each with its reason.</summary>
    private static readonly IReadOnlyDictionary<string, string> Free = new Dictionary<string, string>
    {
        ["ANY /"] = "it says the same to everybody",
        ["ANY /help"] = "nobody in need is ever told to wait",
        ["ANY /problem"] = "it is the page that says to wait",
        ["ANY /notes"] = "without a log-in it leads to the page that asks for one",
        ["ANY /notes/{community}/{checkIn}"] = "as above",
        ["ANY /notes/{community}/leave/{pairing}"] = "as above",
        ["ANY /notes/{community}/with/{pairing}"] = "as above",
        ["ANY /notes/{community}/list"] = "as above",
        ["ANY /plan"] = "without a log-in it only leads to the page that asks for one",
        ["ANY /calendar"] = "without a log-in it only leads to the page that asks for one",
        ["ANY /rest"] = "without a log-in it only leads to the page that asks for one",
        ["ANY /health/live"] = "asked for by what watches the service",
        ["ANY /health/ready"] = "asked for by what watches the service",
        ["POST /hooks/texts"] = "only the gateway can sign it",
        ["POST /hooks/texts/{token}"] = "as above",
        ["GET /openapi/v1.json"] = "it says the same to everybody",
    };

    [Fact]
    public async Task Whatever_a_stranger_can_reach_is_limited_by_their_network()
    {
        string[] limits = ["Sessions", "Accounts", "Links"];
        using var host = new AccountHost(limits.ToDictionary(limit => $"RateLimits:{limit}:Permits", _ => "1"));
        var free = new List<string>();
        foreach (var (endpoint, network) in Reachable().Select((e, n) => (e, $"10.0.{n}.1"))) // each from another /24
        {
            var http = host.Caller(network);
            Assert.NotEqual(HttpStatusCode.TooManyRequests, (await Call(http, endpoint)).StatusCode);
            if ((await Call(http, endpoint)).StatusCode != HttpStatusCode.TooManyRequests) free.Add(endpoint);
        }
        Assert.Equal(Free.Keys.Order(StringComparer.Ordinal), free.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("Links", "/c/unknown"), InlineData("Links", "/n/unknown"), InlineData("Sessions", "/sign-in"), InlineData("Accounts", "/password")]
    public async Task A_person_with_a_browser_who_comes_too_often_sees_a_page_with_the_lines_to_call(string limit, string path)
    {
        using var host = new AccountHost(new() { [$"RateLimits:{limit}:Permits"] = "1" });
        var http = host.Caller();
        await Open(http, path);
        using var second = await Open(http, path);
        var page = await second.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.TooManyRequests, second.StatusCode);
        Assert.Equal("text/html", second.Content.Headers.ContentType?.MediaType);
        Assert.Contains("Please wait a moment", page);
        Assert.Contains("If you need someone now", page);
        Assert.NotNull(second.Headers.RetryAfter);
    }

    private static Task<HttpResponseMessage> Open(HttpClient http, string path) =>
        http.SendAsync(new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "Accept", "text/html" } } });

    /// <summary>Every endpoint outside the communities that asks for no log-in, and the two that give one.</summary>
    private static IEnumerable<string> Reachable() => RouteTable.Rows.OfType<Outside>()
        .Where(r => r.Anonymous != (int)HttpStatusCode.Unauthorized || r.Key.StartsWith("POST /api/v1/sessions", StringComparison.Ordinal))
        .Select(r => r.Key);

    private static Task<HttpResponseMessage> Call(HttpClient http, string endpoint)
    {
        var (method, pattern) = (endpoint.Split(' ')[0], endpoint.Split(' ')[1]);
        var path = Parameter().Replace(pattern, "unknown");
        return http.SendAsync(new HttpRequestMessage(new HttpMethod(method == "ANY" ? "GET" : method), path));
    }

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Parameter();
}
