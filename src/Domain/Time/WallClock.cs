using NodaTime;

namespace Mentorship.Domain.Time;

/// <summary>Where a wall-clock time falls: a skipped one at the end of the gap, a repeated one at the edge that is asked for.</summary>
internal static class WallClock
{
    public static Instant Earliest(this DateTimeZone zone, LocalDateTime local)
    {
        var mapping = zone.MapLocal(local);
        return mapping.Count == 0 ? mapping.LateInterval.Start : mapping.First().ToInstant();
    }

    public static Instant Latest(this DateTimeZone zone, LocalDateTime local)
    {
        var mapping = zone.MapLocal(local);
        return mapping.Count == 0 ? mapping.LateInterval.Start : mapping.Last().ToInstant();
    }
}
