namespace Mentorship.Infrastructure.Notices.Email;

/// <summary>The way an e-mail leaves the service.</summary>
internal interface IEmailTransport
{
    /// <summary>Hands the e-mail over, or throws <see cref="EmailRefused"/> (do not try again) or <see cref="EmailUnavailable"/> (try again).</summary>
    Task Send(EmailMessage email, CancellationToken cancellationToken);
}
