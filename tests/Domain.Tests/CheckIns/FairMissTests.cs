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
        checkIn.Lapse(End + Duration.FromMinutes(1), atRest: false);
        Assert.Equal(expected, checkIn.State);
    }

    private static CheckIn Asked()
    {
        var plan = new CheckInPlan(default, PairingId.New(), MemberId.New(), Layer.Daily,
            new PlanTimes(Rhythm.Parse("daily"), new LocalTime(8, 0), "Etc/UTC"), Due - Duration.FromHours(1));
        return Assert.Single(plan.TakeDue(Due));
    }
}
