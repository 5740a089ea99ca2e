using System.Diagnostics;
using System.Net.Sockets;
using Mentorship.Engines;
using Npgsql;

namespace Mentorship.Infrastructure.Tests.Engines;

public class PostgreSqlClusterTests
{
    [PostgreSqlFact]
    public async Task A_new_database_answers()
    {
        var cluster = await PostgreSqlCluster.Shared();

        await using var source = NpgsqlDataSource.Create(await cluster.NewDatabase());
        await using var command = source.CreateCommand("select 1");

        Assert.Equal(1, await command.ExecuteScalarAsync());
    }

    [PostgreSqlFact]
    public async Task A_disposed_cluster_leaves_no_process_and_no_folder_behind()
    {
        var cluster = await PostgreSqlCluster.Start();
        Assert.True(Directory.Exists(cluster.Folder));

        await cluster.DisposeAsync();

        Assert.False(Directory.Exists(cluster.Folder));
        await Assert.ThrowsAsync<SocketException>(() => Connect(cluster.Port));
    }

    [PostgreSqlFact]
    public async Task What_a_dead_process_left_is_cleared_up()
    {
        var left = Path.Combine(Path.GetTempPath(), $"mentorship-postgresql-{int.MaxValue}-{Guid.NewGuid():N}");
        using (var shell = Process.Start(PostgreSqlPrograms.Shell("mkdir -p \"$1/data\"", left))!)
            await shell.WaitForExitAsync();

        await PostgreSqlKeeper.ClearUpAfterDeadProcesses();

        Assert.False(Directory.Exists(left));
    }

    private static async Task Connect(int port)
    {
        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", port);
    }
}
