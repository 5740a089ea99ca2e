using System.Data.Common;
using Microsoft.Data.SqlClient;

namespace Mentorship.Engines;

internal sealed class SqlServerDatabases : IDatabases
{
    public bool CanCopy => false;

    private static string Server => Absence.SqlServerConnectionString ?? throw new InvalidOperationException(Absence.Of(Engine.SqlServer));

    public async Task<string> Create()
    {
        var name = $"test_{Guid.NewGuid():N}";
        await Execute($"create database [{name}]");
        return new SqlConnectionStringBuilder(Server) { InitialCatalog = name }.ConnectionString;
    }

    public Task<string> Copy(string template) => throw new NotSupportedException();

    public async Task Drop(string connectionString)
    {
        var name = new SqlConnectionStringBuilder(connectionString).InitialCatalog;
        await Execute($"alter database [{name}] set single_user with rollback immediate; drop database [{name}]");
    }

    public DbConnection Connect(string connectionString) => new SqlConnection(connectionString);

    private static async Task Execute(string sql)
    {
        await using var connection = new SqlConnection(Server);
        await connection.OpenAsync();
        await using var command = new SqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
