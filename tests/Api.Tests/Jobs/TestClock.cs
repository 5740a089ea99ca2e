using NodaTime;

namespace Mentorship.Api.Tests.Jobs;

internal sealed class TestClock(Instant now) : IClock
{
    public Instant Now { get; set; } = now;

    public Instant GetCurrentInstant() => Now;
}
