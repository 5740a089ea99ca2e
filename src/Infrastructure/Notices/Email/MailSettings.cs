using System.Net;
using System.Text;
using Mentorship.Domain.Members;
using Mentorship.Domain.Notices;
using Microsoft.Extensions.Configuration;

namespace Mentorship.Infrastructure.Notices.Email;

/// <summary>The settings under <c>Mail</c>; <see cref="Smtp"/> is null when e-mails are written into <see cref="Folder"/>.</summary>
internal sealed record MailSettings(Mailbox Sender, string Folder, SmtpSettings? Smtp)
{
    private const string ThisMachine = "notes@localhost";

    /// <summary>Throws <see cref="MissingSetting"/> for the first setting that is missing or that must not be so.</summary>
    internal static MailSettings Read(IConfiguration configuration, bool development)
    {
        var mail = configuration.GetSection("Mail");
        var transport = mail["Transport"] ?? (development ? "folder" : "smtp");
        if (transport is not ("folder" or "smtp"))
            throw new MissingSetting("Mail:Transport", "Set Mail:Transport to folder or smtp.");
        return new MailSettings(
            SenderOf(mail, development),
            Path.GetFullPath(mail["Folder"] ?? Path.Combine("var", "mail")),
            transport == "smtp" ? SmtpOf(mail.GetSection("Smtp")) : null);
    }

    private static Mailbox SenderOf(IConfiguration mail, bool development)
    {
        var from = Given(mail["From"]) ?? (development ? ThisMachine : null)
            ?? throw new MissingSetting("Mail:From", "Set Mail:From to the address that notes are sent from.");
        var name = Given(mail["SenderName"]) ?? "Notes";
        if (from != ThisMachine && !(EmailAddress.IsValid(from) && Ascii.IsValid(from)))
            throw new MissingSetting("Mail:From", "Set Mail:From to one bare address in plain letters; a name goes into Mail:SenderName.");
        if (name.Any(char.IsControl))
            throw new MissingSetting("Mail:SenderName", "Set Mail:SenderName to one line.");
        RefuseTellingWords("Mail:From", from);
        RefuseTellingWords("Mail:SenderName", name);
        return new Mailbox(name, from);
    }

    private static void RefuseTellingWords(string setting, string value)
    {
        if (TellingWords.FindIn(value) is [var word, ..])
            throw new MissingSetting(setting, $"Set {setting} to something neutral: \"{word}\" tells a stranger what the notes are about.");
    }

    private static SmtpSettings SmtpOf(IConfiguration smtp)
    {
        var host = Given(smtp["Host"])
            ?? throw new MissingSetting("Mail:Smtp:Host", "Set Mail:Smtp:Host to the name of the mail server.");
        var user = Given(smtp["User"]);
        var password = Given(smtp["Password"]);
        if (user is not null && password is null)
            throw new MissingSetting("Mail:Smtp:Password", "Set Mail:Smtp:Password, because Mail:Smtp:User is set.");
        if (password is not null && user is null)
            throw new MissingSetting("Mail:Smtp:User", "Set Mail:Smtp:User, because Mail:Smtp:Password is set.");
        return new SmtpSettings(host, PortOf(smtp), StartTlsOf(smtp, host), user, password);
    }

    private static int PortOf(IConfiguration smtp) => (Given(smtp["Port"]) ?? "587") switch
    {
        "465" => throw new MissingSetting("Mail:Smtp:Port", "Set Mail:Smtp:Port to 587: only STARTTLS is spoken here, and port 465 starts with TLS."),
        var port when ushort.TryParse(port, out var number) && number > 0 => number,
        _ => throw new MissingSetting("Mail:Smtp:Port", "Set Mail:Smtp:Port to a number from 1 to 65535."),
    };

    private static bool StartTlsOf(IConfiguration smtp, string host)
    {
        var loopback = host == "localhost" || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
        if (!bool.TryParse(Given(smtp["StartTls"]) ?? (loopback ? "false" : "true"), out var startTls))
            throw new MissingSetting("Mail:Smtp:StartTls", "Set Mail:Smtp:StartTls to true or false.");
        if (!startTls && !loopback)
            throw new MissingSetting("Mail:Smtp:StartTls", "Set Mail:Smtp:StartTls to true: the mail server is not on this machine.");
        return startTls;
    }

    private static string? Given(string? value) => string.IsNullOrWhiteSpace(value) ? null : value;
}
