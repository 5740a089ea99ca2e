using System.Net;
using System.Net.Http.Headers;
using Mentorship.Api.Tests.Hosting;

namespace Mentorship.Api.Tests.Http;

/// <summary>What only the real server does.</summary>
public sealed class KestrelTests : IAsyncLifetime
{
    private readonly ApiHost _host = new();
    private HttpClient _client = null!;
    private string _path = null!;

    public async Task InitializeAsync()
    {
        _host.UseKestrel(0);
        _host.StartServer();
        var community = await SampleCommunity.In(_host);
        (_client, _path) = (community.Coordinator.Http, community.Path);
    }

    public Task DisposeAsync()
    {
        _host.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task The_server_does_not_name_itself() => Assert.False((await _client.GetAsync("/health/live")).Headers.Contains("Server"));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_body_over_one_megabyte_is_413_whether_or_not_its_length_is_said(bool said)
    {
        var content = new StringContent(new string(' ', 1_000_001)); // all of it may stand before an object: nothing but its size is wrong
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        var request = new HttpRequestMessage(HttpMethod.Post, $"{_path}/requests") { Content = content };
        request.Headers.TransferEncodingChunked = !said;
        request.Headers.ExpectContinue = true; // so that the answer is read before the body is sent
        await (await _client.SendAsync(request)).Problem(HttpStatusCode.RequestEntityTooLarge, "too-large");
    }
}
