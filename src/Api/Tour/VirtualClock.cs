using NodaTime;

namespace Mentorship.Api.Tour;

/// <summary>Time that passes only when the tour says so.</summary>
internal sealed class VirtualClock(Instant start) : IClock
{
    public Instant Now { get; set; } = start;

    public Instant GetCurrentInstant() => Now;
}
