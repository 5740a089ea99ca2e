using System.Data.Common;
using Npgsql;

namespace Mentorship.Engines;

internal sealed class PostgreSqlDatabases : IDatabases
{
    public bool CanCopy => true;

    public async Task<string> Create() => await (await PostgreSqlCluster.Shared()).NewDatabase();

    public async Task<string> Copy(string template) =>
        await (await PostgreSqlCluster.Shared()).NewDatabaseFrom(NameOf(template));

    public async Task Drop(string connectionString)
    {
        await using (var connection = new NpgsqlConnection(connectionString))
            NpgsqlConnection.ClearPool(connection);
        await (await PostgreSqlCluster.Shared()).Drop(NameOf(connectionString));
    }

    public DbConnection Connect(string connectionString) => new NpgsqlConnection(connectionString);

    private static string NameOf(string connectionString) => new NpgsqlConnectionStringBuilder(connectionString).Database!;
}
