using Mentorship.Domain;
using Mentorship.Domain.Communities;
using Mentorship.Engines;
using Mentorship.Infrastructure.Persistence;
using Mentorship.Infrastructure.Protection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Mentorship.Infrastructure.Tests.Persistence;

/// <summary>The model in a database of its own, reached as the service reaches it: through the container, a scope for each piece of work.</summary>
internal sealed class StoredModel : IAsyncDisposable
{
    public static readonly Instant Now = Instant.FromUtc(2026, 10, 20, 12, 0);

    private readonly TestDatabase _database;
    private readonly ServiceProvider _services;

    private StoredModel(TestDatabase database) => (_database, _services) = (database, Services(database.Engine, database.ConnectionString));

    public static async Task<StoredModel> On(Engine engine) => new(await TestDatabase.Filled(engine, nameof(StoredModel), async connection =>
    {
        await using var services = Services(engine, connection);
        await services.PrepareDatabase();
    }));

    public async Task<CommunityId> Community(string name)
    {
        var community = new Community(name, "Europe/Dublin");
        await Outside(db =>
        {
            db.Add(community);
            return db.SaveChangesAsync();
        });
        return community.Id;
    }

    /// <summary>Work of the service itself inside one community.</summary>
    public async Task<T> Inside<T>(CommunityId community, Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = _services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CommunityScope>().Enter(Actor.System(community));
        return await work(scope.ServiceProvider);
    }

    public Task<T> Inside<T>(CommunityId community, Func<MentorshipDb, Task<T>> work) =>
        Inside(community, (IServiceProvider services) => work(services.GetRequiredService<MentorshipDb>()));

    /// <summary>Work in no community.</summary>
    public async Task<T> Outside<T>(Func<MentorshipDb, Task<T>> work)
    {
        await using var scope = _services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<MentorshipDb>());
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _database.DisposeAsync();
    }

    private static ServiceProvider Services(Engine engine, string connection)
    {
        var master = MasterKey.New("test");
        return new ServiceCollection()
            .AddSingleton<IClock>(new StandingClock())
            .AddPersistence(Settings.Of(("Database:Engine", engine.ToString()), ("ConnectionStrings:Mentorship", connection)))
            .AddSingleton(new MasterKeys([master])).AddSingleton<Vault>().AddSingleton<LookupHash>()
            .BuildServiceProvider(validateScopes: true);
    }

    private sealed class StandingClock : IClock
    {
        public Instant GetCurrentInstant() => Now;
    }
}
