namespace Mentorship.Infrastructure.Notices;

/// <summary>
/// What was to be handed over will never be taken: sending it again is of no use. It holds no address and no number, and no words of the
/// other side, which like to repeat them.
/// </summary>
internal abstract class Refused(string message, string code, bool mayBeOfUs = false) : Exception(message)
{
    /// <summary>Kebab-case, such as <c>address-malformed</c> or <c>recipient-550</c>.</summary>
    public string Code { get; } = code;

    /// <summary>Whether we too are refused in the same words, as by a relay that lets nothing through: <see cref="Refusals"/>.</summary>
    public bool MayBeOfUs { get; } = mayBeOfUs;
}
