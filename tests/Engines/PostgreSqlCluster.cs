using Npgsql;

namespace Mentorship.Engines;

/// <summary>A throw-away PostgreSQL server on loopback; it never outlives this process.</summary>
public sealed class PostgreSqlCluster : IAsyncDisposable
{
    private static readonly Lazy<Task<PostgreSqlCluster>> OfThisProcess = new(Start);

    private readonly PostgreSqlKeeper _keeper;

    private PostgreSqlCluster(PostgreSqlKeeper keeper) => _keeper = keeper;

    /// <summary>One sentence why there is no PostgreSQL here; null when there is, or when the environment demands it.</summary>
    public static string? AbsentBecause =>
        Environment.GetEnvironmentVariable("MENTORSHIP_TEST_REQUIRE_POSTGRESQL") == "1" ? null : PostgreSqlPrograms.AbsentBecause;

    /// <summary>PostgreSQL's own <c>shared_buffers</c> of clusters that start from now on; what it comes with, until somebody sets it.</summary>
    public static string SharedBuffers { get; set; } = "128MB";

    internal string Folder => _keeper.Folder;

    internal int Port => _keeper.Port;

    /// <summary>The one cluster of this test process, started at the first call.</summary>
    public static Task<PostgreSqlCluster> Shared() => OfThisProcess.Value;

    /// <summary>Starts a cluster; throws <see cref="InvalidOperationException"/> with the reason or PostgreSQL's own last words.</summary>
    public static async Task<PostgreSqlCluster> Start()
    {
        if (PostgreSqlPrograms.AbsentBecause is { } reason)
            throw new InvalidOperationException(reason);
        await PostgreSqlKeeper.ClearUpAfterDeadProcesses();
        return new PostgreSqlCluster(await PostgreSqlKeeper.Start(SharedBuffers));
    }

    /// <summary>Creates an empty database with a random name and returns its connection string.</summary>
    public Task<string> NewDatabase() => NewDatabaseFrom("template1");

    /// <summary>Creates a copy of another database, to which nobody may be connected, and returns its connection string.</summary>
    public async Task<string> NewDatabaseFrom(string templateName)
    {
        var name = $"test_{Guid.NewGuid():N}";
        await Execute($"create database \"{name}\" template \"{templateName}\"");
        return ConnectionString(name);
    }

    public ValueTask DisposeAsync() => _keeper.DisposeAsync();

    internal Task Drop(string name) => Execute($"drop database if exists \"{name}\" with (force)");

    private string ConnectionString(string database) => new NpgsqlConnectionStringBuilder
    {
        Host = "127.0.0.1",
        Port = Port,
        Username = PostgreSqlKeeper.Superuser,
        Database = database,
        MaxPoolSize = 30,
        ConnectionIdleLifetime = 5,
        ConnectionPruningInterval = 1,
    }.ConnectionString;

    private async Task Execute(string sql)
    {
        await using var source = NpgsqlDataSource.Create(ConnectionString("postgres") + ";Pooling=false");
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
