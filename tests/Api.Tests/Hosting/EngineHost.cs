using Mentorship.Engines;

namespace Mentorship.Api.Tests.Hosting;

/// <summary>The whole service on a database of its own on any engine; both go with the test.</summary>
public sealed class EngineHost : IAsyncDisposable
{
    private readonly TestDatabase _database;

    private EngineHost(TestDatabase database) => (_database, Api) = (database, new ApiHost(database.Engine.ToString(), database.ConnectionString));

    public ApiHost Api { get; }

    public static async Task<EngineHost> On(Engine engine) => new(await TestDatabase.New(engine));

    public async ValueTask DisposeAsync()
    {
        await Api.DisposeAsync();
        await _database.DisposeAsync();
    }
}
