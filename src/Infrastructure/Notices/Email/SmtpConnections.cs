using System.Collections.Concurrent;
using System.Net;
using System.Net.Mail;

namespace Mentorship.Infrastructure.Notices.Email;

/// <summary>
/// Connections to the mail server that stay open between mails, as an <see cref="SmtpClient"/> keeps its own. One that failed or was
/// cancelled is not given back; one that is idle for ten seconds is closed, long before a server would (RFC 5321, 4.5.3.2.7).
/// </summary>
internal sealed class SmtpConnections : IDisposable
{
    private const int MostMails = 100; // some servers end a connection by then, and would refuse the next mail
    private static readonly TimeSpan LongestIdle = TimeSpan.FromSeconds(10);

    private readonly SmtpSettings _settings;
    private readonly ConcurrentStack<Connection> _idle = new();
    private readonly Timer _quiet;

    public SmtpConnections(SmtpSettings settings)
    {
        _settings = settings;
        _quiet = new Timer(_ => CloseIdle());
    }

    /// <summary>One for its taker alone: to be given back after a mail that went well, else to be disposed of.</summary>
    public Connection Take() => _idle.TryPop(out var connection) ? connection : new Connection(Client());

    public void GiveBack(Connection connection)
    {
        if (++connection.Mails >= MostMails) connection.Dispose();
        else _idle.Push(connection);
        _quiet.Change(LongestIdle, Timeout.InfiniteTimeSpan);
    }

    public void Dispose()
    {
        _quiet.Dispose();
        CloseIdle();
    }

    private void CloseIdle()
    {
        while (_idle.TryPop(out var connection)) connection.Dispose();
    }

    private SmtpClient Client() => new(_settings.Host, _settings.Port)
    {
        EnableSsl = _settings.StartTls,
        UseDefaultCredentials = false,
        Credentials = _settings.User is null ? null : new NetworkCredential(_settings.User, _settings.Password),
    };

    internal sealed class Connection(SmtpClient client) : IDisposable
    {
        public SmtpClient Client => client;

        public int Mails { get; set; }

        public void Dispose() => client.Dispose();
    }
}
