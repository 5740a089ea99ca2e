using System.Diagnostics;
using Mentorship.Engines;

namespace Mentorship.Faults;

/// <summary>
/// Stops the shared PostgreSQL of this process the hard way (immediate: no checkpoint, every connection cut) and starts it again.
/// The shell that keeps it waits for the first server only, so that the last one is ended here.
/// </summary>
internal sealed class DatabaseStops : IAsyncDisposable
{
    private readonly PostgreSqlCluster _cluster;
    private bool _any;

    private DatabaseStops(PostgreSqlCluster cluster) => _cluster = cluster;

    /// <summary>A commit that was reported is kept from now on: the tests' cluster may forget the last ones when it is stopped so.</summary>
    public static async Task<DatabaseStops> Begin()
    {
        var stops = new DatabaseStops(await PostgreSqlCluster.Shared());
        await stops.Run("""echo "synchronous_commit = on" >>"$2/data/postgresql.conf"; "$1/pg_ctl" reload -D "$2/data" """);
        return stops;
    }

    public async Task Once()
    {
        _any = true;
        await Run("""
            "$1/pg_ctl" stop -m immediate -D "$2/data" && "$1/pg_ctl" start -w -D "$2/data" -l "$2/log2"
            """);
    }

    public async ValueTask DisposeAsync()
    {
        if (_any) await Run("""
            "$1/pg_ctl" stop -m immediate -D "$2/data"
            """);
    }

    private async Task Run(string script)
    {
        using var shell = Process.Start(PostgreSqlPrograms.Shell(script + " >/dev/null 2>&1", PostgreSqlPrograms.Folder!, _cluster.Folder))!;
        await shell.WaitForExitAsync();
        if (shell.ExitCode != 0) throw new InvalidOperationException($"pg_ctl ended with {shell.ExitCode}.");
    }
}
