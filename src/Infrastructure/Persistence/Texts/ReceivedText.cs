using NodaTime;

namespace Mentorship.Infrastructure.Persistence.Texts;

/// <summary>
/// That a text came in: its id at the gateway and when, so that a repeated delivery does nothing twice. Neither number nor words.
/// </summary>
internal sealed class ReceivedText(string id, Instant at)
{
    public static readonly Duration KeptFor = Duration.FromDays(30);

    public string Id { get; private init; } = id;

    public Instant At { get; private init; } = at;
}
