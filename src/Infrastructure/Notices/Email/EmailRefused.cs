namespace Mentorship.Infrastructure.Notices.Email;

/// <summary>
/// This e-mail will never be taken: sending it again is of no use. It holds no address, and no words of the mail server,
/// which like to repeat the address.
/// </summary>
internal sealed class EmailRefused(string code) : Exception($"The e-mail was refused for good: {code}.")
{
    /// <summary>Kebab-case, such as <c>address-malformed</c> or <c>recipient-550</c>.</summary>
    public string Code { get; } = code;
}
