namespace Mentorship.Infrastructure.Notices.Email;

/// <summary>The way an e-mail leaves the service.</summary>
internal interface IEmailTransport
{
    /// <summary>How long one hand-over may take, whole; a transport ends it then with <see cref="EmailUnavailable"/>.</summary>
    static readonly TimeSpan LongestHandOver = TimeSpan.FromSeconds(15);

    /// <summary>Hands the e-mail over, or throws <see cref="EmailRefused"/> (do not try again) or <see cref="EmailUnavailable"/> (try again).</summary>
    Task Send(EmailMessage email, CancellationToken cancellationToken);
}
