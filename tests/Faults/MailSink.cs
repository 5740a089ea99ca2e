using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Mentorship.Faults;

/// <summary>
/// A mail server on loopback (RFC 5321, as much as a sender needs) that takes every mail and keeps its Message-ID, whom it was for and when it came.
/// A mail counts as taken before the sender hears of it, as at any real server: a sender that dies meanwhile does not know.
/// </summary>
internal sealed class MailSink : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _closing = new();
    private readonly ConcurrentDictionary<string, ConcurrentQueue<Arrival>> _taken = new();
    private readonly Task _listening;

    public MailSink()
    {
        _listener.Start();
        _listening = Listen();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public int DistinctCount => _taken.Count;

    /// <summary>The left half of each Message-ID, and each mail that came with it.</summary>
    public IReadOnlyDictionary<string, Arrival[]> Taken => _taken.ToDictionary(t => t.Key, t => t.Value.ToArray());

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        _listener.Dispose();
        await _listening;
        _closing.Dispose();
    }

    internal readonly record struct Arrival(string To, DateTimeOffset At);

    private async Task Listen()
    {
        try
        {
            while (true) _ = Serve(await _listener.AcceptTcpClientAsync(_closing.Token));
        }
        catch (OperationCanceledException)
        {
            // closed
        }
    }

    private async Task Serve(TcpClient client)
    {
        try
        {
            using (client) await Converse(client, new StreamReader(client.GetStream(), Encoding.Latin1), client.GetStream());
        }
        catch (Exception gone) when (gone is IOException or OperationCanceledException)
        {
            // killed in mid-sentence
        }
    }

    private async Task Converse(TcpClient client, StreamReader hears, NetworkStream says)
    {
        client.NoDelay = true;
        var to = "";
        await Say(says, "220 sink.example");
        while (await hears.ReadLineAsync(_closing.Token) is { } line)
        {
            var verb = line.Split(' ', ':')[0].ToUpperInvariant();
            if (verb == "RCPT") to = line.Split('<', '>')[1];
            if (verb == "DATA")
            {
                await Say(says, "354 go on");
                if (await MessageIdOf(hears) is not { } id) return;
                _taken.GetOrAdd(id, _ => new()).Enqueue(new(to, DateTimeOffset.UtcNow));
            }
            await Say(says, verb switch { "QUIT" => "221 bye", "EHLO" => "250-sink.example\r\n250 PIPELINING", _ => "250 ok" });
            if (verb == "QUIT") return;
        }
    }

    /// <summary>Reads a mail to its end; null when it breaks off, which is no mail.</summary>
    private async Task<string?> MessageIdOf(StreamReader mail)
    {
        var id = "none";
        while (await mail.ReadLineAsync(_closing.Token) is { } line)
        {
            if (line == ".") return id;
            if (line.StartsWith("Message-ID:", StringComparison.OrdinalIgnoreCase)) id = line.Split('<', '@')[1];
        }
        return null;
    }

    private async Task Say(NetworkStream says, string line) => await says.WriteAsync(Encoding.ASCII.GetBytes(line + "\r\n"), _closing.Token);
}
