using NodaTime;

namespace Mentorship.Domain.CheckIns;

/// <summary>When the service was away for <see cref="Shortest"/> or longer, the earliest first; nobody is judged by that time.</summary>
public sealed record Outages
{
    /// <summary>An hour: a shorter one leaves at least half of the last two hours of every check-in.</summary>
    public static readonly Duration Shortest = Duration.FromHours(1);

    public static readonly Outages None = new([]);

    private Outages(IReadOnlyList<Interval> spans) => Spans = spans;

    public IReadOnlyList<Interval> Spans { get; }

    /// <summary>
    /// What lies between the stretches in which it was there, and after the last of them up to <paramref name="now"/>. Of the time before the
    /// first nothing is known, and nothing is excused by it.
    /// </summary>
    public static Outages Between(IEnumerable<Interval> there, Instant now)
    {
        var (spans, until) = (new List<Interval>(), (Instant?)null);
        foreach (var stretch in there.OrderBy(s => s.Start).Append(new Interval(now, now)))
        {
            if (until is { } last && stretch.Start - last >= Shortest) spans.Add(new Interval(last, stretch.Start));
            until = Instant.Max(until ?? stretch.End, stretch.End);
        }
        return new(spans);
    }

    /// <summary>How long the service was there from one instant to another that is not before it.</summary>
    public Duration TimeThere(Instant from, Instant until) =>
        Spans.Aggregate(until - from, (left, away) => left - Shared(away, from, until));

    /// <summary>The instant at which it has been there for so long.</summary>
    public Instant After(Instant from, Duration time) =>
        Spans.Aggregate(from + time, (due, away) => away.Start < due ? due + Shared(away, from, away.End) : due);

    private static Duration Shared(Interval away, Instant from, Instant until) =>
        Duration.Max(Instant.Min(away.End, until) - Instant.Max(away.Start, from), Duration.Zero);
}
