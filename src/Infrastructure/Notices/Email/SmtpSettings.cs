using System.Net.Security;

namespace Mentorship.Infrastructure.Notices.Email;

/// <summary>How to reach the mail server.</summary>
internal sealed record SmtpSettings(string Host, int Port, bool StartTls, string? User = null, string? Password = null)
{
    /// <summary>How long one whole sending may take.</summary>
    public TimeSpan Timeout { get; init; } = IEmailTransport.LongestHandOver;

    /// <summary>Who says whether a certificate is the server's; null: this machine, by the authorities that it trusts.</summary>
    public RemoteCertificateValidationCallback? Vouches { get; init; }

    // A record would print the password into logs.
    public override string ToString() => $"{Host}:{Port}";
}
