namespace Mentorship.Infrastructure.Notices;

/// <summary>It was not handed over, or nobody knows: send it again later under the same id.</summary>
internal abstract class Unavailable(string message, string code, bool ofChannel) : Exception(message)
{
    /// <summary>Kebab-case, such as <c>timeout</c> or <c>smtp-451</c>.</summary>
    public string Code { get; } = code;

    /// <summary>Whether it would have met any other recipient too: the other side is away, or does not let us in.</summary>
    public bool OfChannel { get; } = ofChannel;
}
