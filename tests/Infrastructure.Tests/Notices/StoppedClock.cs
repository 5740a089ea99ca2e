using NodaTime;

namespace Mentorship.Infrastructure.Tests.Notices;

/// <summary>A clock that stands still.</summary>
internal sealed class StoppedClock(Instant now) : IClock
{
    public Instant GetCurrentInstant() => now;
}
