using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace Mentorship.Infrastructure.Tests.Notices;

/// <summary>A mail server on loopback that keeps what it is sent, and can be told to refuse, to hang, and to speak TLS.</summary>
internal sealed class SmtpSink : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly ConcurrentQueue<string> commands = new();
    private readonly ConcurrentQueue<string> messages = new();
    private readonly Task accepting;

    internal SmtpSink()
    {
        listener.Start();
        accepting = Accept();
    }

    internal string Host => IPAddress.Loopback.ToString();

    internal int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>What to say in place of yes, by command: "RCPT" → "550 no"; "." is the end of DATA, "GREETING" the first line.</summary>
    internal Dictionary<string, string> Replies { get; init; } = [];

    /// <summary>The command that is never answered.</summary>
    internal string? HangAt { get; init; }

    /// <summary>The command whose answer comes line by line and never ends.</summary>
    internal string? TalksAt { get; init; }

    /// <summary>What else it offers in answer to EHLO.</summary>
    internal string[] Offers { get; init; } = [];

    /// <summary>Offers STARTTLS with this certificate.</summary>
    internal X509Certificate2? Certificate { get; init; }

    /// <summary>Each command line received; a line received over TLS begins with "tls ".</summary>
    internal IReadOnlyList<string> Commands => [.. commands];

    /// <summary>Each message taken, dots unstuffed, lines ended by CRLF.</summary>
    internal IReadOnlyList<ReceivedMessage> Messages => [.. messages.Select(text => new ReceivedMessage(text))];

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        await accepting;
        stop.Dispose();
    }

    private async Task Accept()
    {
        var conversations = new List<Task>();
        try
        {
            while (true)
                conversations.Add(Talk(await listener.AcceptTcpClientAsync(stop.Token)));
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(conversations);
        }
    }

    private async Task Talk(TcpClient client)
    {
        using (client)
        {
            try
            {
                await new Conversation(this, client.GetStream()).Run(stop.Token);
            }
            catch (Exception end) when (end is IOException or OperationCanceledException or AuthenticationException)
            {
                // The caller hung up, or did not like the certificate.
            }
        }
    }

    private sealed class Conversation(SmtpSink sink, Stream stream)
    {
        private Stream stream = stream;
        private LineReader lines = new(stream);

        internal async Task Run(CancellationToken cancellationToken)
        {
            await Reply("GREETING", "220 sink", cancellationToken);
            while (await lines.Read(cancellationToken) is { } line)
            {
                sink.commands.Enqueue(stream is SslStream ? $"tls {line}" : line);
                if (!await Answer(line.Split(' ')[0].ToUpperInvariant(), cancellationToken))
                    return;
            }
        }

        private async Task<bool> Answer(string verb, CancellationToken cancellationToken)
        {
            switch (verb)
            {
                case "EHLO":
                    string[] offers = ["sink", .. sink.Offers, .. CanUpgrade ? (string[])["STARTTLS"] : []];
                    await Reply(verb, string.Concat(offers.Select(offer => $"250-{offer}\r\n")) + "250 AUTH LOGIN", cancellationToken);
                    return true;
                case "STARTTLS":
                    await Reply(verb, "220 go ahead", cancellationToken);
                    await Upgrade(cancellationToken);
                    return true;
                case "AUTH":
                    await SignIn(cancellationToken);
                    return true;
                case "DATA":
                    if (await Reply(verb, "354 end with a dot", cancellationToken))
                        await Take(cancellationToken);
                    return true;
                default:
                    await Reply(verb, verb == "QUIT" ? "221 bye" : "250 ok", cancellationToken);
                    return verb != "QUIT";
            }
        }

        private bool CanUpgrade => sink.Certificate is not null && stream is not SslStream;

        private async Task Upgrade(CancellationToken cancellationToken)
        {
            var tls = new SslStream(stream);
            var options = new SslServerAuthenticationOptions { ServerCertificate = sink.Certificate };
            await tls.AuthenticateAsServerAsync(options, cancellationToken);
            (stream, lines) = (tls, new LineReader(tls));
        }

        // AUTH LOGIN: a line brings the user, and the next one the password.
        private async Task SignIn(CancellationToken cancellationToken)
        {
            foreach (var question in (string[])["334 VXNlcm5hbWU6", "334 UGFzc3dvcmQ6"])
            {
                await Write(question, cancellationToken);
                await lines.Read(cancellationToken);
            }
            await Reply("AUTH", "235 welcome", cancellationToken);
        }

        private async Task Take(CancellationToken cancellationToken)
        {
            var text = new List<string>();
            while (await lines.Read(cancellationToken) is { } line && line != ".")
                text.Add(line.StartsWith('.') ? line[1..] : line);
            // Kept before the yes: when the sink hangs here, the message has been taken and the sender cannot know.
            if (!sink.Replies.ContainsKey("."))
                sink.messages.Enqueue(string.Concat(text.Select(line => line + "\r\n")));
            await Reply(".", "250 taken", cancellationToken);
        }

        private async Task<bool> Reply(string verb, string yes, CancellationToken cancellationToken)
        {
            if (sink.HangAt == verb)
                await Task.Delay(Timeout.Infinite, cancellationToken);
            while (sink.TalksAt == verb)
                await Write("250-and more", cancellationToken);
            var no = sink.Replies.GetValueOrDefault(verb);
            await Write(no ?? yes, cancellationToken);
            return no is null;
        }

        private async Task Write(string reply, CancellationToken cancellationToken) =>
            await stream.WriteAsync(System.Text.Encoding.ASCII.GetBytes(reply + "\r\n"), cancellationToken);
    }
}
