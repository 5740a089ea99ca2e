using System.Net;
using Mentorship.Api.Tests.Accounts;

namespace Mentorship.Api.Tests.Http;

public sealed class RateLimitPageTests
{
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
}
