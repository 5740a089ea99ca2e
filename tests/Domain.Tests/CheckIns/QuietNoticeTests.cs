using Mentorship.Domain.CheckIns;
using Mentorship.Domain.Members;
using Mentorship.Domain.Notices;
using Mentorship.Domain.Time;
using NodaTime;

namespace Mentorship.Domain.Tests.CheckIns;

public class QuietNoticeTests
{
    private static readonly string[] Odd =
        ["Europe/Dublin", "Australia/Lord_Howe", "Pacific/Apia", "Africa/Casablanca", "America/St_Johns", "America/Phoenix", "America/Nuuk", "America/Scoresbysund", "Asia/Kathmandu"];

    [Fact]
    public void Whatever_the_zone_and_the_hours_it_is_held_to_their_end_and_never_for_a_day_or_longer()
    {
        var random = new Random(11);
        for (var i = 0; i < 20_000; i++)
        {
            var zone = Odd[random.Next(Odd.Length)];
            var member = Member(zone);
            if (i % 2 == 0) member.KeepQuiet(new QuietHours(Quarter(random), Quarter(random)));
            var now = Instant.FromUtc(2026, 1, 1, 0, 0) + Duration.FromMinutes(random.Next(2 * 366 * 1440));

            var from = NoticeKind.CheckInDue.MayGoFrom(now, member.Quiet, zone);

            Assert.False(member.Quiet.Includes(from.InZone(Zones.Get(zone)).TimeOfDay));
            Assert.InRange(from - now, Duration.Zero, Duration.FromHours(25)); // a day of 25 hours is the longest
            Assert.True(from == now || member.Quiet.Includes(now.InZone(Zones.Get(zone)).TimeOfDay));
            Assert.Equal(now, NoticeKind.SomeoneAsksForContact.MayGoFrom(now, member.Quiet, zone));
        }
    }

    [Theory]
    [InlineData(NoticeKind.SomeoneAsksForContact, true), InlineData(NoticeKind.CoordinatorLook, true), InlineData(NoticeKind.ResetPassword, true)]
    [InlineData(NoticeKind.CoordinatorLookLater, false), InlineData(NoticeKind.HelloMightBeWelcome, false), InlineData(NoticeKind.HelloUnlessFine, false)]
    [InlineData(NoticeKind.HelloWishedFor, false), InlineData(NoticeKind.PairingOffered, false)]
    public void A_call_for_help_and_the_mail_of_ones_own_account_do_not_wait(NoticeKind kind, bool atOnce) => Assert.Equal(atOnce, kind.GoesAtOnce());

    [Theory]
    [InlineData(true, 59, true), InlineData(true, 60, false), InlineData(false, 0, false)]
    public void The_hour_that_a_member_chose_counts_for_the_check_in_itself_and_only_for_an_hour(bool chosen, int minutesLate, bool mayGo)
    {
        var due = Instant.FromUtc(2026, 12, 20, 23, 0);
        var times = new PlanTimes(Rhythm.Parse("daily"), new LocalTime(23, 0), "Europe/Dublin");
        var plan = new CheckInPlan(default, default, default, Layer.Daily, times, due - Duration.FromHours(1), chosen);
        Assert.Equal(mayGo, Assert.Single(plan.TakeDue(due)).IsAtChosenTime(due + Duration.FromMinutes(minutesLate)));
    }

    private static LocalTime Quarter(Random random) => LocalTime.FromMinutesSinceMidnight(random.Next(96) * 15);

    private static Member Member(string zone) => new(default, "Mary L.", Roles.Newcomer, new Profile { ZoneId = zone }, default);
}
