namespace Mentorship.Api.Tests.Hosting;

/// <summary>The test's clock as the steady clock that durations are measured with.</summary>
public sealed class SteadyTestTime(TestClock clock) : TimeProvider
{
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => clock.Now.ToUnixTimeTicks();

    public override DateTimeOffset GetUtcNow() => clock.Now.ToDateTimeOffset();
}
