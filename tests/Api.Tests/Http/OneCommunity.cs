using Mentorship.Api.Tests.Hosting;

namespace Mentorship.Api.Tests.Http;

/// <summary>A running service with one community.</summary>
public sealed class OneCommunity : IAsyncLifetime
{
    public ApiHost Host { get; } = new();

    public SampleCommunity Community { get; private set; } = null!;

    public HttpClient Coordinator => Community.Coordinator.Http;

    public string Path => Community.Path;

    public async Task InitializeAsync() => Community = await SampleCommunity.In(Host);

    public Task DisposeAsync()
    {
        Host.Dispose();
        return Task.CompletedTask;
    }
}
