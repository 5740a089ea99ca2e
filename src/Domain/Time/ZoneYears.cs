using System.Collections.Concurrent;
using NodaTime;

namespace Mentorship.Domain.Time;

/// <summary>The years of zones from one moment on, and the kinds of week that two of them have, each worked out once.</summary>
internal sealed class ZoneYears(Instant now)
{
    private readonly ConcurrentDictionary<string, ZoneYear> _years = new();
    private readonly ConcurrentDictionary<(ZoneYear, ZoneYear), WeekKind[]> _kinds = new();

    /// <summary>By IANA name; throws <c>zone-unknown</c>.</summary>
    public ZoneYear Of(string zone) => _years.GetOrAdd(zone, id => new(Zones.Get(id), now));

    public WeekKind[] Between(ZoneYear newcomer, ZoneYear mentor) =>
        _kinds.GetOrAdd((newcomer, mentor), pair => WeekKind.Between(pair.Item1, pair.Item2));
}
