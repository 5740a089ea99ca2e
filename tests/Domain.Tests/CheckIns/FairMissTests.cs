using Mentorship.Domain.CheckIns;
using Mentorship.Domain.Time;
using NodaTime;

namespace Mentorship.Domain.Tests.CheckIns;

/// <summary>A miss says something of its member only if they had time to answer.</summary>
public class FairMissTests
{
    private static readonly Instant Due = Instant.FromUtc(2026, 10, 20, 8, 0), End = Instant.FromUtc(2026, 10, 20, 20, 0);

    [Theory]
    [InlineData(0, CheckInState.Missed)]
    [InlineData(360, CheckInState.Missed)]
    [InlineData(361, CheckInState.Excused)] // less than half of its twelve hours was left
    [InlineData(690, CheckInState.Excused)]
    public void A_note_that_left_late_is_no_miss_unless_half_of_its_time_was_left(int minutesLate, CheckInState expected)
    {
        var checkIn = Asked();
        checkIn.Sent(Due + Duration.FromMinutes(minutesLate));
        checkIn.Lapse(End + Duration.FromMinutes(1), atRest: null, Outages.None);
        Assert.Equal((expected, expected == CheckInState.Excused ? ExcuseReason.Ours : null), (checkIn.State, checkIn.ExcusedBecause));
    }

    [Theory]
    [InlineData(1, 690, CheckInState.Excused)] // the link was dead from the first minute to the last half hour
    [InlineData(60, 419, CheckInState.Missed)]
    [InlineData(60, 421, CheckInState.Excused)]
    [InlineData(600, 660, CheckInState.Missed)]
    [InlineData(600, 661, CheckInState.Excused)] // most of its last two hours
    public void An_outage_that_left_too_little_time_makes_no_miss(int away, int back, CheckInState expected)
    {
        var checkIn = Asked();
        checkIn.Sent(Due);
        var outages = Outages.Between([new(Due, Due + Duration.FromMinutes(away)), new(Due + Duration.FromMinutes(back), End)], End);
        checkIn.Lapse(End, atRest: null, outages);
        checkIn.Lapse(End + Duration.FromMinutes(1), atRest: null, outages);
        Assert.Equal(expected, checkIn.State);
    }

    private static CheckIn Asked()
    {
        var plan = new CheckInPlan(default, PairingId.New(), MemberId.New(), Layer.Daily,
            new PlanTimes(Rhythm.Parse("daily"), new LocalTime(8, 0), "Etc/UTC"), Due - Duration.FromHours(1));
        return Assert.Single(plan.TakeDue(Due));
    }
}
