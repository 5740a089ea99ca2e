using System.Text;
using Mentorship.Api.Tests.Hosting;
using Mentorship.Domain;

namespace Mentorship.Api.Tests.Contract;

/// <summary>A running service with two communities, and everybody who may try to call an endpoint of the first.</summary>
public sealed class TwoCommunities : IAsyncLifetime
{
    private SampleCommunity _here = null!;
    private SampleCommunity _elsewhere = null!;
    private Person _bystander = null!;
    private HttpClient _stranger = null!;

    public ContractHost Host { get; } = new();

    public async Task InitializeAsync()
    {
        _here = await SampleCommunity.In(Host);
        _elsewhere = await SampleCommunity.In(Host);
        _bystander = await _here.Mentor();
        _stranger = Host.CreateClient();
        _stranger.DefaultRequestHeaders.Add(SignedInByHeader.Header, AccountId.New().ToString());
    }

    public Task DisposeAsync()
    {
        Host.Dispose();
        return Task.CompletedTask;
    }

    internal Task<Scene> Scene(Stage stage) => Contract.Scene.At(stage, Host, _here);

    internal async Task<HttpResponseMessage> Call(IRow row, Persona persona, Scene scene, string? ifMatch = "*")
    {
        var (method, pattern) = (row.Key.Split(' ')[0], row.Key.Split(' ')[1]);
        var address = scene.AddressOf(pattern, persona == Persona.Smuggler ? _elsewhere : _here);
        var request = new HttpRequestMessage(new HttpMethod(method == "ANY" ? "GET" : method), address);
        if (scene.BodyOf(row) is { } body) request.Content = new StringContent(body, Encoding.UTF8, row.Type);
        if (ifMatch is not null && method is not ("GET" or "ANY")) request.Headers.Add("If-Match", ifMatch);
        return await ClientOf(persona, scene).SendAsync(request);
    }

    internal HttpClient ClientOf(Persona persona, Scene scene) => persona switch
    {
        Persona.Anonymous => Host.CreateClient(),
        Persona.Stranger => _stranger,
        Persona.Elsewhere or Persona.Smuggler => _elsewhere.Coordinator.Http,
        Persona.Bystander => _bystander.Http,
        Persona.Newcomer => scene.Newcomer.Http,
        Persona.Mentor => scene.Mentor.Http,
        _ => _here.Coordinator.Http,
    };
}
