using System.Data.Common;
using Mentorship.Engines;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Mentorship.Infrastructure.Tests.Engines;

public class TestDatabaseTests
{
    [EveryEngine]
    public async Task A_new_database_is_empty_and_its_own(Engine engine)
    {
        await using var one = await TestDatabase.New(engine);
        await using var other = await TestDatabase.New(engine);

        await Execute(one, "create table t (n int)");
        await Execute(other, "create table t (n int)");

        Assert.Equal(0L, Convert.ToInt64(await Execute(other, "select count(*) from t")));
    }

    [EveryEngine]
    public async Task A_filled_database_is_filled_once_and_each_copy_is_its_own(Engine engine)
    {
        var fills = 0;
        async Task Fill(string connectionString)
        {
            Interlocked.Increment(ref fills);
            await Execute(Connection(engine, connectionString), "create table t (n int); insert into t values (7)");
        }

        await using var one = await TestDatabase.Filled(engine, nameof(A_filled_database_is_filled_once_and_each_copy_is_its_own), Fill);
        await Execute(one, "delete from t");
        await using var other = await TestDatabase.Filled(engine, nameof(A_filled_database_is_filled_once_and_each_copy_is_its_own), Fill);

        Assert.Equal(7L, Convert.ToInt64(await Execute(other, "select n from t")));
        Assert.Equal(engine == Engine.SqlServer ? 2 : 1, fills);
    }

    [EveryEngine]
    public async Task A_disposed_database_is_gone(Engine engine)
    {
        var database = await TestDatabase.New(engine);
        await Execute(database, "create table t (n int)");

        await database.DisposeAsync();

        await Assert.ThrowsAnyAsync<DbException>(() => Execute(database, "select n from t"));
    }

    private static DbConnection Connection(Engine engine, string connectionString) => engine switch
    {
        Engine.Sqlite => new SqliteConnection(connectionString),
        Engine.PostgreSql => new NpgsqlConnection(connectionString),
        _ => new Microsoft.Data.SqlClient.SqlConnection(connectionString),
    };

    private static Task<object?> Execute(TestDatabase database, string sql) => Execute(database.Connect(), sql);

    private static async Task<object?> Execute(DbConnection connection, string sql)
    {
        await using (connection)
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = sql;
            return await command.ExecuteScalarAsync();
        }
    }
}
