using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Mentorship.Engines;

/// <summary>
/// The shell that starts a server, waits until the pipe from this process closes, and takes server and folder away:
/// the pipe closes however this process ends, killed included.
/// </summary>
internal sealed class PostgreSqlKeeper : IAsyncDisposable
{
    public const string Superuser = "mentorship";

    private const string Kind = "postgresql";
    private const int Tries = 3;

    // $1 programs, $2 folder, $3 port, $4 shared buffers. Nothing is durable, as it does not outlive the process; locale C gives text the same order
    // on every machine. The server says "ready" in postmaster.pid.
    private const string Keep = $"""
        set -e
        trap '' INT HUP
        trap 'tail -n 8 "$2/log" || true; rm -rf "$2"' EXIT
        mkdir -m 700 "$2"
        exec 2>"$2/log"
        "$1/initdb" -D "$2/data" -U {Superuser} -A trust -E UTF8 --locale=C --no-sync >&2
        cat >>"$2/data/postgresql.conf" <<SETTINGS
        listen_addresses = '127.0.0.1'
        port = $3
        unix_socket_directories = '$2'
        max_connections = 200
        shared_buffers = $4
        fsync = off
        synchronous_commit = off
        full_page_writes = off
        SETTINGS
        "$1/postgres" -D "$2/data" </dev/null >&2 &
        until grep -qs ready "$2/data/postmaster.pid"; do sleep 0.05; kill -0 $!; done
        echo ready
        cat >/dev/null
        kill -QUIT $!
        wait $! || true
        """;

    private const string ClearUp = """
        "$1/pg_ctl" stop -m immediate -D "$2/data" >/dev/null 2>&1
        rm -rf "$2"
        """;

    private readonly Process _shell;

    private PostgreSqlKeeper(Process shell, string folder, int port)
    {
        (_shell, Folder, Port) = (shell, folder, port);
        AppDomain.CurrentDomain.ProcessExit += StopAtExit;
    }

    public string Folder { get; }

    public int Port { get; }

    public static async Task<PostgreSqlKeeper> Start(string sharedBuffers)
    {
        for (var left = Tries; ; left--)
        {
            var keeper = Launch(Keep, TemporaryFolder.NewPath(Kind), FreePort(), sharedBuffers);
            if (await keeper._shell.StandardOutput.ReadLineAsync() is var first && first == "ready")
                return keeper;
            var lastWords = first + "\n" + await keeper._shell.StandardOutput.ReadToEndAsync();
            await keeper.DisposeAsync();
            // Another process may take the port between our look and the server's start.
            if (left == 1 || !lastWords.Contains("could not create any TCP/IP sockets", StringComparison.Ordinal))
                throw new InvalidOperationException("PostgreSQL did not start: " + lastWords);
        }
    }

    public static async Task ClearUpAfterDeadProcesses()
    {
        foreach (var folder in TemporaryFolder.OfDeadProcesses(Kind))
            await Launch(ClearUp, folder, port: 0).DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        AppDomain.CurrentDomain.ProcessExit -= StopAtExit;
        _shell.StandardInput.Close();
        await _shell.WaitForExitAsync();
        _shell.Dispose();
    }

    private static PostgreSqlKeeper Launch(string script, string folder, int port, string sharedBuffers = "")
    {
        var shell = PostgreSqlPrograms.Shell(
            script, PostgreSqlPrograms.Folder!, folder, port.ToString(CultureInfo.InvariantCulture), sharedBuffers);
        return new PostgreSqlKeeper(Process.Start(shell)!, folder, port);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private void StopAtExit(object? sender, EventArgs e)
    {
        _shell.StandardInput.Close();
        _shell.WaitForExit(TimeSpan.FromSeconds(10));
    }
}
