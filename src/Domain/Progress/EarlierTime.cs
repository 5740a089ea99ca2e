using NodaTime;

namespace Mentorship.Domain.Progress;

/// <summary>A time that was, from its first day up to the day on which it was over; it stays its member's own.</summary>
public sealed record EarlierTime(LocalDate From, LocalDate Until)
{
    public int Days => Period.DaysBetween(From, Until);

    /// <summary>How many of its days lie from one date up to another.</summary>
    internal int DaysWithin(LocalDate from, LocalDate until) =>
        Math.Max(0, Period.DaysBetween(LocalDate.Max(From, from), LocalDate.Min(Until, until)));
}
