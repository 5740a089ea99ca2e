using Mentorship.Domain.Notices;
using Mentorship.Domain.Safety;
using NodaTime;

namespace Mentorship.Domain.Tests.Safety;

public class ConcernTests
{
    [Fact]
    public void Of_a_call_the_contact_is_told_at_once_and_each_coordinator_but_the_one_whom_it_is_about()
    {
        var (caller, contact, coordinator) = (MemberId.New(), MemberId.New(), MemberId.New());
        var concern = new Concern(CommunityId.New(), ConcernKind.HelpAskedFor, caller, Guid.NewGuid(), [coordinator, caller], At("2026-11-18T12:00"), contact);

        var tells = Assert.Single(concern.Events).Tells;

        Assert.Equal([new(coordinator, NoticeKind.CoordinatorLook), new Telling(contact, NoticeKind.SomeoneAsksForContact)], tells);
    }

    private static Instant At(string utc) => NodaTime.Text.LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm").Parse(utc).Value.InUtc().ToInstant();
}
