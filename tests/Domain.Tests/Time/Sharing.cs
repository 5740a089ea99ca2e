using Mentorship.Domain.Time;
using NodaTime;

namespace Mentorship.Domain.Tests.Time;

/// <summary>The overlap of two people as it is counted for matching, and the same by the slow way on instants.</summary>
internal static class Sharing
{
    public static int Least(string newcomer, string newcomerZone, string mentor, string mentorZone, Instant from) =>
        Least(WeeklyAvailability.Parse(newcomer), newcomerZone, WeeklyAvailability.Parse(mentor), mentorZone, new ZoneYears(from));

    public static int Least(WeeklyAvailability newcomer, string newcomerZone, WeeklyAvailability mentor, string mentorZone, ZoneYears years) =>
        Overlap.LeastWeekMinutes(LocalWeek.EdgesOf(newcomer), LocalWeek.EdgesOf(mentor), years.Between(years.Of(newcomerZone), years.Of(mentorZone)));

    public static int Slowly(WeeklyAvailability newcomer, string newcomerZone, WeeklyAvailability mentor, string mentorZone, Instant from) =>
        OverlapOfInstants.LeastWeekMinutes(
            YearOfAvailability.Of(newcomer, Clock.Zone(newcomerZone), from), YearOfAvailability.Of(mentor, Clock.Zone(mentorZone), from));
}
