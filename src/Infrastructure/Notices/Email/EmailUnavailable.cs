namespace Mentorship.Infrastructure.Notices.Email;

/// <summary>The e-mail could not be handed over now, or nobody knows whether it was: send it again later with the same Message-ID.</summary>
internal sealed class EmailUnavailable(string code) : Exception($"The e-mail could not be sent now: {code}.")
{
    /// <summary>Kebab-case, such as <c>timeout</c> or <c>smtp-451</c>.</summary>
    public string Code { get; } = code;
}
