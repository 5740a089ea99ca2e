using NodaTime;

namespace Mentorship.Api.VirtualTime;

/// <summary>Time that passes only when it is told to.</summary>
internal sealed class VirtualClock(Instant start) : IClock
{
    public Instant Now { get; set; } = start;

    public Instant GetCurrentInstant() => Now;
}
