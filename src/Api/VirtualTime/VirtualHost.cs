using MediatR;
using Mentorship.Api.Hosting;
using Mentorship.Api.Jobs;
using Mentorship.Domain;
using Mentorship.Domain.Communities;
using Mentorship.Domain.Members;
using Mentorship.Infrastructure.Notices.Email;
using Mentorship.Infrastructure.Notices.Sms;
using Mentorship.Infrastructure.Persistence;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NodaTime;

namespace Mentorship.Api.VirtualTime;

/// <summary>The ordinary service without its doors: a database in a folder of its own, a clock that is moved and a post that keeps what leaves.</summary>
internal sealed class VirtualHost : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mentorship-virtual-").FullName;
    private readonly ServiceProvider _services;

    public VirtualHost(Instant start, int seed = 1)
    {
        Clock = new VirtualClock(start);
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["ConnectionStrings:Mentorship"] = $"Data Source={Path.Combine(_folder, "virtual.db")}",
            ["Protection:MasterKeyFile"] = Path.Combine(_folder, "master-keys"),
            ["Mail:Folder"] = Path.Combine(_folder, "mail"),
            ["Site:PublicUrl"] = "https://notes.example/",
        }).Build();
        var services = new ServiceCollection().AddLogging(ReadByUs);
        services.AddSingleton<IConfiguration>(configuration).AddMentorship(configuration, development: true);
        services.Replace(ServiceDescriptor.Singleton<IClock>(Clock));
        services.Replace(ServiceDescriptor.Singleton(new Random(seed)));
        services.Replace(ServiceDescriptor.Singleton<IEmailTransport>(Post));
        services.Replace(ServiceDescriptor.Singleton<ISmsGateway>(Phones));
        _services = services.BuildServiceProvider();
    }

    public VirtualClock Clock { get; }

    public Post Post { get; } = new();

    public Phones Phones { get; } = new();

    public ReadLog Log { get; } = new();

    public IServiceScopeFactory Scopes => _services.GetRequiredService<IServiceScopeFactory>();

    public T Get<T>() where T : notnull => _services.GetRequiredService<T>();

    public Task Prepare() => _services.PrepareDatabase();

    /// <summary>A community and its coordinator, who may do everything in it.</summary>
    public async Task<Actor> Found(string name)
    {
        var community = new Community(name, "Europe/London");
        await using var scope = Scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CommunityScope>().Enter(Actor.System(community.Id));
        var coordinator = new Member(community.Id, "Coordinator", Roles.Coordinator, new Profile(), Clock.Now);
        var db = scope.ServiceProvider.GetRequiredService<MentorshipDb>();
        db.AddRange(community, coordinator);
        await db.SaveChangesAsync();
        return new Actor(community.Id, coordinator.Id, Roles.Coordinator);
    }

    /// <summary>The jobs of the timetable whose time has come, by their own rhythm; one that is quicker than a step runs at every step.</summary>
    public async Task RunJobs(Duration step)
    {
        foreach (var job in Timetable.Standard.Entries.Where(j => j.Every <= step || Clock.Now.ToUnixTimeTicks() % j.Every.BclCompatibleTicks == 0))
            await job.Run(Scopes, CancellationToken.None);
    }

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

    /// <summary>What others log is read at the levels of production, what we log at a lower one.</summary>
    private void ReadByUs(ILoggingBuilder logging)
    {
        var settings = new ConfigurationBuilder().SetBasePath(AppContext.BaseDirectory).AddJsonFile("appsettings.json").Build();
        logging.AddConfiguration(settings.GetSection("Logging")).AddFilter("Mentorship", LogLevel.Debug).AddProvider(Log);
    }
}
