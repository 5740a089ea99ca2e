using System.Collections.Concurrent;
using System.Data.Common;

namespace Mentorship.Engines;

/// <summary>A database of its own for one test, on any engine; dropped with the test.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private static readonly ConcurrentDictionary<(Engine, string), Lazy<Task<string>>> Templates = new();

    private readonly IDatabases _databases;

    private TestDatabase(Engine engine, IDatabases databases, string connectionString) =>
        (Engine, _databases, ConnectionString) = (engine, databases, connectionString);

    public Engine Engine { get; }

    public string ConnectionString { get; }

    /// <summary>An empty database.</summary>
    public static async Task<TestDatabase> New(Engine engine)
    {
        var databases = Of(engine);
        return new(engine, databases, await databases.Create());
    }

    /// <summary>
    /// A database as <paramref name="fill"/> leaves it. It is filled once per process, engine and <paramref name="name"/>, and copied
    /// after that, where the engine can copy; the connection string that it is given must be used as it is (it does not pool).
    /// </summary>
    public static async Task<TestDatabase> Filled(Engine engine, string name, Func<string, Task> fill)
    {
        var databases = Of(engine);
        if (!databases.CanCopy)
            return new(engine, databases, await Fill(databases, fill));
        var template = Templates.GetOrAdd((engine, name), _ => new(() => Fill(databases, fill)));
        return new(engine, databases, await databases.Copy(await template.Value));
    }

    /// <summary>A closed connection of the engine's own kind.</summary>
    public DbConnection Connect() => _databases.Connect(ConnectionString);

    public async ValueTask DisposeAsync() => await _databases.Drop(ConnectionString);

    private static async Task<string> Fill(IDatabases databases, Func<string, Task> fill)
    {
        var connectionString = await databases.Create();
        await fill(connectionString + ";Pooling=False");
        return connectionString;
    }

    private static IDatabases Of(Engine engine) => engine switch
    {
        Engine.Sqlite => new SqliteDatabases(),
        Engine.PostgreSql => new PostgreSqlDatabases(),
        Engine.SqlServer => new SqlServerDatabases(),
        _ => throw new ArgumentOutOfRangeException(nameof(engine)),
    };
}
