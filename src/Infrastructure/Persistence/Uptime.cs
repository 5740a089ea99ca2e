using NodaTime;

namespace Mentorship.Infrastructure.Persistence;

/// <summary>A stretch of time in which the service was there; what lies between two of them was an outage.</summary>
internal sealed class Uptime
{
    private Uptime() { }

    public Uptime(Instant now) => (Since, Until) = (now, now);

    public Instant Since { get; private init; }
    public Instant Until { get; private set; }
}
