using NodaTime;

namespace Mentorship.Api.Tests.Hosting;

/// <summary>A clock that stands still until a test moves it.</summary>
public sealed class TestClock(Instant now) : IClock
{
    private long _ticks = now.ToUnixTimeTicks();

    public Instant Now => Instant.FromUnixTimeTicks(Interlocked.Read(ref _ticks));

    public Instant GetCurrentInstant() => Now;

    public void Advance(Duration by) => Interlocked.Add(ref _ticks, (long)(by.TotalNanoseconds / 100));

    public void MoveTo(Instant instant) => Interlocked.Exchange(ref _ticks, instant.ToUnixTimeTicks());
}
