using Mentorship.Api.Tests.Hosting;
using Microsoft.AspNetCore.Hosting;

namespace Mentorship.Api.Tests.Http;

public sealed class HeaderTests(OneCommunity world) : IClassFixture<OneCommunity>
{
    [Theory]
    [InlineData("/api/v1/nothing")]
    [InlineData("/health/live")]
    [InlineData("/help")]
    [InlineData("/c/none")]
    [InlineData("/n/none")]
    [InlineData("/site.css")]
    [InlineData("/nothing")]
    public async Task Every_answer_keeps_scripts_frames_and_referrers_out_and_names_no_product(string path)
    {
        var headers = (await world.Host.CreateClient().GetAsync(path)).Headers;
        var policy = headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("default-src 'none'", policy);
        Assert.Contains("frame-ancestors 'none'", policy);
        Assert.DoesNotContain("script-src", policy);
        Assert.DoesNotContain("unsafe", policy);
        Assert.Equal("nosniff", headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("no-referrer", headers.GetValues("Referrer-Policy").Single());
        Assert.False(headers.Contains("Server"));
        Assert.False(headers.Contains("X-Powered-By"));
        Assert.DoesNotContain(headers, h => h.Key.StartsWith("Access-Control"));
    }

    [Theory]
    [InlineData("pairings")]
    [InlineData("inbox")]
    [InlineData("requests?limit=0")]
    [InlineData("nothing")]
    public async Task Nothing_of_the_API_is_kept_by_anybody_on_the_way(string path)
    {
        var answer = await world.Coordinator.GetAsync($"{world.Path}/{path}");
        Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
    }

    [Theory]
    [InlineData("Testing", "https://notes.example", true)]
    [InlineData("Testing", "http://notes.example", false)]
    [InlineData("Development", "https://notes.example", false)]
    public async Task Https_is_kept_for_a_year_outside_Development(string environment, string site, bool kept)
    {
        using var host = new ApiHost();
        await using var there = host.WithWebHostBuilder(b => b.UseSetting("environment", environment).UseSetting("Demo:Enabled", "false"));
        var client = there.CreateClient(new() { BaseAddress = new(site) });
        foreach (var path in (string[])["/help", "/api/v1/nothing"])
            Assert.Equal(kept, (await client.GetAsync(path)).Headers.TryGetValues("Strict-Transport-Security", out var values) && values.Single().Contains("max-age=31536000"));
    }
}
