using MediatR;
using Mentorship.Domain;
using Mentorship.Engines;
using Mentorship.Infrastructure.Persistence;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Mentorship.Benchmarks;

/// <summary>The whole service as in Production, in this process, on Kestrel and a loopback port; without its jobs.</summary>
internal sealed class ServiceHost : WebApplicationFactory<Program>
{
    private readonly IReadOnlyDictionary<string, string> _settings;
    private readonly bool _forgetful;

    /// <param name="settings">As <see cref="Settings"/> gives them.</param>
    /// <param name="forgetful">True for a host that looks every caller up at every request.</param>
    public ServiceHost(IReadOnlyDictionary<string, string> settings, bool forgetful = false)
    {
        (_settings, _forgetful) = (settings, forgetful);
        UseKestrel(0);
        StartServer();
    }

    public Uri Address => new(Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First());

    public static Dictionary<string, string> Settings(Engine engine, string connection, string folder) => new()
    {
        ["Database:Engine"] = engine.ToString().ToLowerInvariant(),
        ["ConnectionStrings:Mentorship"] = connection,
        ["Protection:MasterKeyFile"] = MasterKeyFile(folder),
        ["Mail:Transport"] = "folder",
        ["Mail:Folder"] = Path.Combine(folder, "mail"),
        ["Mail:From"] = "notes@notes.example",
        ["Site:PublicUrl"] = "https://notes.example/",
        ["RateLimits:Sessions:Permits"] = "100000",
    };

    public async Task<T> Send<T>(IRequest<T> request)
    {
        await using var scope = Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request);
    }

    /// <summary>Does <paramref name="work"/> inside a community, as the service itself.</summary>
    public async Task<T> Inside<T>(CommunityId community, Func<IServiceProvider, MentorshipDb, Task<T>> work)
    {
        await using var scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CommunityScope>().Enter(Actor.System(community));
        return await work(scope.ServiceProvider, scope.ServiceProvider.GetRequiredService<MentorshipDb>());
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production").UseSetting("Jobs:Enabled", "false");
        foreach (var (key, value) in _settings) builder.UseSetting(key, value);
        if (_forgetful) builder.ConfigureServices(services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(new LeapingTime())));
    }

    private static string MasterKeyFile(string folder)
    {
        var file = Path.Combine(folder, "master-keys");
        if (!File.Exists(file)) File.WriteAllText(file, $"benchmark {Convert.ToBase64String(new byte[32])}\n");
        return file;
    }

    /// <summary>Two seconds pass between any two looks at it, so that nothing is remembered.</summary>
    private sealed class LeapingTime : TimeProvider
    {
        private long _now;

        public override long GetTimestamp() => Interlocked.Add(ref _now, 2 * TimestampFrequency);
    }
}
