namespace Mentorship.Infrastructure.Notices;

/// <summary>It was not handed over, or nobody knows: send it again later under the same id.</summary>
internal abstract class Unavailable(string message, string code, bool ofChannel, bool mayBeOfUs = false) : Exception(message)
{
    /// <summary>Kebab-case, such as <c>timeout</c> or <c>smtp-451</c>.</summary>
    public string Code { get; } = code;

    /// <summary>Whether it would have met any other recipient too: the other side is away, or does not let us in.</summary>
    public bool OfChannel { get; } = ofChannel;

    /// <summary>Whether it was said of one recipient in words that also say that we may write to nobody: <see cref="Refusals"/>.</summary>
    public bool MayBeOfUs { get; } = mayBeOfUs;
}
