using Mentorship.Domain.Time;
using NodaTime;

namespace Mentorship.Domain.CheckIns;

/// <summary>Rhythm, local time and IANA zone of a plan as they are stored; throws <c>zone-unknown</c> for a zone that the zone database does not have.</summary>
public sealed record PlanTimes(Rhythm Rhythm, LocalTime At, string ZoneId)
{
    internal LocalSchedule Schedule => new(Rhythm, At, Zones.Get(ZoneId));

    /// <summary>When its clock shows its time on that date.</summary>
    public Instant DueOn(LocalDate date) => Schedule.InstantOn(date);

    /// <summary>The date that its clock shows.</summary>
    public LocalDate Today(Instant now) => now.InZone(Zones.Get(ZoneId)).Date;
}
