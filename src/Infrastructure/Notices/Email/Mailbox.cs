namespace Mentorship.Infrastructure.Notices.Email;

/// <summary>Whom e-mails are from: a name, and a bare address in plain letters.</summary>
internal sealed record Mailbox(string Name, string Address)
{
    public string Domain => Address[(Address.IndexOf('@') + 1)..];
}
