using NodaTime;

namespace Mentorship.Domain.Time;

/// <summary>
/// A rhythm at a local time in a zone: exactly one occurrence on each local date of the rhythm, none on a date that the zone leaves out.
/// A repeated time is its first instant; a skipped one is the end of the gap, or the last minute before it where the end is another date.
/// </summary>
public sealed record LocalSchedule(Rhythm Rhythm, LocalTime At, DateTimeZone Zone)
{
    public LocalDate FirstDateOnOrAfter(LocalDate date)
    {
        var first = Rhythm.FirstOnOrAfter(date);
        while (IsLeftOut(first))
            first = Rhythm.FirstOnOrAfter(first.PlusDays(1));
        return first;
    }

    public LocalDate NextDateAfter(LocalDate date) => FirstDateOnOrAfter(date.PlusDays(1));

    /// <summary>When it is due on a date, in the rhythm or not; throws ArgumentOutOfRangeException for a date left out.</summary>
    public Instant InstantOn(LocalDate date)
    {
        var mapping = Zone.MapLocal(date.At(At));
        if (mapping.Count > 0)
            return mapping.First().ToInstant();
        if (IsLeftOut(date))
            throw new ArgumentOutOfRangeException(nameof(date), "The zone leaves this date out.");
        var after = mapping.LateInterval;
        return after.IsoLocalStart.Date == date ? after.Start : after.Start - Duration.FromMinutes(1);
    }

    /// <summary>The first occurrence that is due after the instant, never at it.</summary>
    public (LocalDate Date, Instant Due) NextAfter(Instant instant)
    {
        var date = FirstDateOnOrAfter(instant.InZone(Zone).Date);
        // Where clocks go back over midnight, the first dates may already have had theirs.
        while (InstantOn(date) <= instant)
            date = NextDateAfter(date);
        return (date, InstantOn(date));
    }

    // Samoa had no 30 December 2011: its midnight is in a gap that ends on another date.
    private bool IsLeftOut(LocalDate date)
    {
        var midnight = Zone.MapLocal(date.AtMidnight());
        return midnight.Count == 0 && midnight.LateInterval.IsoLocalStart.Date > date;
    }
}
