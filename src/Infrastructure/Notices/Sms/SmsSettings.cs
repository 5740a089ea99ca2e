using Mentorship.Domain.Members;
using Microsoft.Extensions.Configuration;

namespace Mentorship.Infrastructure.Notices.Sms;

/// <summary>The settings under <c>Sms</c>: how to reach a gateway that speaks as Twilio does.</summary>
internal sealed record SmsSettings(Uri Url, string AccountSid, string AuthToken, string From)
{
    private const string Twilio = "https://api.twilio.com/2010-04-01/";

    // A record would print the token into logs.
    public override string ToString() => Url.Host;

    /// <summary>Null where no account is set; throws <see cref="MissingSetting"/> for what is half set or cannot be.</summary>
    internal static SmsSettings? Read(IConfiguration configuration)
    {
        var sms = configuration.GetSection("Sms");
        if (string.IsNullOrWhiteSpace(sms["AccountSid"])) return null;
        return new(UrlOf(sms["Url"] ?? Twilio), sms["AccountSid"]!, TokenOf(sms["AuthToken"]), NumberOf(sms["From"]));
    }

    private static string TokenOf(string? text) => !string.IsNullOrWhiteSpace(text) ? text
        : throw new MissingSetting("Sms:AuthToken", "Set Sms:AuthToken, because Sms:AccountSid is set.");

    private static string NumberOf(string? text) => PhoneNumber.InE164(text)
        ?? throw new MissingSetting("Sms:From", "Set Sms:From to the number that texts are sent from, such as +15550100000.");

    // Plain http would show numbers to whoever listens; a gateway on this machine is for trying things out.
    private static Uri UrlOf(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && text.EndsWith('/')
        && (url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback))
            ? url : throw new MissingSetting("Sms:Url", "Set Sms:Url to the https address of the gateway, with a slash at its end.");
}
