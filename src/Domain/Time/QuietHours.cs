using NodaTime;

namespace Mentorship.Domain.Time;

/// <summary>
/// While a member's own clock shows these times nothing is sent: from one up to the other, past midnight or not; none when both are equal.
/// </summary>
public sealed record QuietHours(LocalTime From, LocalTime To)
{
    public static readonly QuietHours Default = new(new LocalTime(21, 0), new LocalTime(8, 0));

    public bool Includes(LocalTime time) => From <= To ? From <= time && time < To : From <= time || time < To;

    /// <summary>The instant itself, or the first one after it at which the clock in the zone is outside the quiet hours.</summary>
    public Instant FirstAllowed(Instant instant, DateTimeZone zone)
    {
        while (Includes(instant.InZone(zone).TimeOfDay))
            instant = EndOrClockChange(instant, zone);
        return instant;
    }

    /// <summary>When those began that include the instant by the clock in the zone.</summary>
    public Instant BegunAt(Instant instant, DateTimeZone zone)
    {
        var local = instant.InZone(zone).LocalDateTime;
        return zone.AtLeniently((From <= local.TimeOfDay ? local.Date : local.Date.PlusDays(-1)) + From).ToInstant();
    }

    private Instant EndOrClockChange(Instant instant, DateTimeZone zone)
    {
        var left = To.NanosecondOfDay - instant.InZone(zone).TimeOfDay.NanosecondOfDay;
        var end = instant + Duration.FromNanoseconds(left > 0 ? left : left + NodaConstants.NanosecondsPerDay);
        var change = zone.GetZoneInterval(instant);
        return change.HasEnd && change.End < end ? change.End : end;
    }
}
