using MediatR;
using Mentorship.Api.Hosting;
using Mentorship.Domain;
using Mentorship.Infrastructure.Notices.Email;
using Mentorship.Infrastructure.Persistence;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NodaTime;

namespace Mentorship.Api.Tour;

/// <summary>The ordinary service without its doors: a database in a folder of its own, the tour's clock and the tour's post.</summary>
internal sealed class TourHost : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mentorship-tour-").FullName;
    private readonly ServiceProvider _services;

    public TourHost(Instant start)
    {
        Clock = new VirtualClock(start);
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["ConnectionStrings:Mentorship"] = $"Data Source={Path.Combine(_folder, "tour.db")}",
            ["Protection:MasterKeyFile"] = Path.Combine(_folder, "master-keys"),
            ["Mail:Folder"] = Path.Combine(_folder, "mail"),
            ["Site:PublicUrl"] = "https://notes.example/",
        }).Build();
        var services = new ServiceCollection().AddLogging(logging => logging.AddProvider(Log).SetMinimumLevel(LogLevel.Debug));
        services.AddSingleton<IConfiguration>(configuration).AddMentorship(configuration, development: true);
        services.Replace(ServiceDescriptor.Singleton<IClock>(Clock));
        services.Replace(ServiceDescriptor.Singleton<IEmailTransport>(Post));
        _services = services.BuildServiceProvider();
    }

    public VirtualClock Clock { get; }

    public Post Post { get; } = new();

    public TourLog Log { get; } = new();

    public IServiceScopeFactory Scopes => _services.GetRequiredService<IServiceScopeFactory>();

    public T Get<T>() where T : notnull => _services.GetRequiredService<T>();

    public Task Prepare() => _services.PrepareDatabase();

    public async Task<T> Send<T>(IRequest<T> request)
    {
        await using var scope = _services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request);
    }

    /// <summary>Reads inside a community.</summary>
    public async Task<T> Read<T>(CommunityId community, Func<MentorshipDb, Task<T>> read)
    {
        await using var scope = _services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CommunityScope>().Enter(Actor.System(community));
        return await read(scope.ServiceProvider.GetRequiredService<MentorshipDb>());
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }
}
