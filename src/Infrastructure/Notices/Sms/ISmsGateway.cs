namespace Mentorship.Infrastructure.Notices.Sms;

/// <summary>The way a text leaves the service.</summary>
internal interface ISmsGateway
{
    /// <summary>False where no gateway is set up: then nobody can choose texts.</summary>
    bool IsThere { get; }

    /// <summary>
    /// Hands the text over, or throws <see cref="SmsRefused"/> (do not try again) or <see cref="SmsUnavailable"/> (try again).
    /// </summary>
    Task Send(SmsMessage text);

    /// <summary>Whether a message that came to <paramref name="address"/> was signed by the gateway.</summary>
    bool HasSigned(string? signature, Uri address, IEnumerable<KeyValuePair<string, string>> fields);
}
