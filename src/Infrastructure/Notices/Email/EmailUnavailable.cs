namespace Mentorship.Infrastructure.Notices.Email;

/// <summary>The e-mail was not handed over, or nobody knows: send it again later with the same Message-ID.</summary>
internal sealed class EmailUnavailable(string code) : Exception($"The e-mail could not be sent now: {code}.")
{
    /// <summary>Kebab-case, such as <c>timeout</c> or <c>smtp-451</c>.</summary>
    public string Code { get; } = code;
}
