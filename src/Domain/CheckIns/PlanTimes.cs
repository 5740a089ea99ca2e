using Mentorship.Domain.Time;
using NodaTime;

namespace Mentorship.Domain.CheckIns;

/// <summary>Rhythm, local time and IANA zone of a plan as they are stored; throws <c>zone-unknown</c> for a zone that the zone database does not have.</summary>
public sealed record PlanTimes(Rhythm Rhythm, LocalTime At, string ZoneId)
{
    internal LocalSchedule Schedule => new(Rhythm, At, Zones.Get(ZoneId));

    /// <summary>The occurrence that follows the one on <paramref name="date"/>.</summary>
    internal (LocalDate Date, Instant Due) After(LocalDate date)
    {
        var schedule = Schedule;
        var next = schedule.NextDateAfter(date);
        return (next, schedule.InstantOn(next));
    }
}
