using MailKit.Net.Smtp;
using MailKit.Security;

namespace Mentorship.Infrastructure.Notices.Email;

/// <summary>
/// One connection to the mail server that is kept open between mails. One that failed or was cancelled is not given back; one that is idle
/// for ten seconds is closed, long before a server would (RFC 5321, 4.5.3.2.7).
/// </summary>
internal sealed class SmtpConnections : IDisposable
{
    private const int MostMails = 100; // some servers end a connection by then, and would refuse the next mail
    private static readonly TimeSpan LongestIdle = TimeSpan.FromSeconds(10);

    private readonly SmtpSettings _settings;
    private readonly string _domain;
    private readonly Timer _quiet;
    private Connection? _kept;

    /// <param name="settings">Of the mail server.</param>
    /// <param name="domain">Who says hello: the sender's domain, for the machine's name is nobody's business.</param>
    public SmtpConnections(SmtpSettings settings, string domain)
    {
        (_settings, _domain) = (settings, domain);
        _quiet = new Timer(state => _ = Quit(Interlocked.Exchange(ref _kept, null)));
    }

    /// <summary>One for its taker alone: to be given back after a mail that went well, else to be disposed of.</summary>
    public async Task<Connection> Take(CancellationToken limit) => Interlocked.Exchange(ref _kept, null) ?? await Open(limit);

    public void GiveBack(Connection connection)
    {
        _ = Quit(++connection.Mails < MostMails ? Interlocked.Exchange(ref _kept, connection) : connection);
        _quiet.Change(LongestIdle, Timeout.InfiniteTimeSpan);
    }

    public void Dispose()
    {
        _quiet.Dispose();
        Interlocked.Exchange(ref _kept, null)?.Dispose();
    }

    private async Task<Connection> Open(CancellationToken limit)
    {
        var client = new SmtpClient
        {
            LocalDomain = _domain,
            CheckCertificateRevocation = false, // a host may have no way to a list: docs/decisions/0057
            ServerCertificateValidationCallback = _settings.Vouches,
        };
        try
        {
            await client.ConnectAsync(
                _settings.Host, _settings.Port, _settings.StartTls ? SecureSocketOptions.StartTls : SecureSocketOptions.None, limit);
            client.Capabilities &= ~SmtpCapabilities.UTF8; // the server after this one may not speak it: a domain travels as punycode
            if (_settings.User is { } user) await client.AuthenticateAsync(user, _settings.Password!, limit);
            return new Connection { Client = client };
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }

    // Nobody waits for the goodbye: the mails are handed over.
    private async Task Quit(Connection? connection)
    {
        if (connection is null) return;
        using (connection)
        using (var limit = new CancellationTokenSource(_settings.Timeout))
            await connection.Client.DisconnectAsync(quit: true, limit.Token);
    }

    // Neither a SmtpClient itself nor made from one: EF looks through our types and their constructors before it migrates, and would load
    // MailKit, which waits for the first mail.
    internal sealed class Connection : IDisposable
    {
        public required SmtpClient Client { get; init; }

        public int Mails { get; set; }

        public void Dispose() => Client.Dispose();
    }
}
