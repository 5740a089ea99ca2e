using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Mentorship.Engines;

internal sealed class SqliteDatabases : IDatabases
{
    private const string Kind = "sqlite";

    private static readonly Lazy<string> Folder = new(NewFolder);

    public bool CanCopy => true;

    public Task<string> Create()
    {
        var file = Path.Combine(Folder.Value, $"{Guid.NewGuid():N}.db");
        return Task.FromResult(new SqliteConnectionStringBuilder { DataSource = file }.ConnectionString);
    }

    public async Task<string> Copy(string template)
    {
        var copy = await Create();
        File.Copy(FileOf(template), FileOf(copy));
        return copy;
    }

    public Task Drop(string connectionString)
    {
        using (var connection = new SqliteConnection(connectionString))
            SqliteConnection.ClearPool(connection);
        foreach (var suffix in (string[])["", "-wal", "-shm", "-journal"])
            File.Delete(FileOf(connectionString) + suffix);
        return Task.CompletedTask;
    }

    public DbConnection Connect(string connectionString) => new SqliteConnection(connectionString);

    private static string FileOf(string connectionString) => new SqliteConnectionStringBuilder(connectionString).DataSource;

    private static string NewFolder()
    {
        foreach (var dead in TemporaryFolder.OfDeadProcesses(Kind))
            Directory.Delete(dead, recursive: true);
        var folder = Directory.CreateDirectory(TemporaryFolder.NewPath(Kind)).FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        return folder;
    }
}
