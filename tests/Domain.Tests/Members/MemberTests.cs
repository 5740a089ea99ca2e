using Mentorship.Domain.Members;
using NodaTime;

namespace Mentorship.Domain.Tests.Members;

public sealed class MemberTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 10, 20, 12, 0);

    [Fact]
    public void An_adult_says_so_once_and_the_first_time_counts()
    {
        var member = Someone();
        Assert.Equal("adult-not-stated", Assert.Throws<RuleBroken>(member.MustBeAdult).Code);
        member.StateAdult(Now);
        member.StateAdult(Now + Duration.FromDays(1));
        member.MustBeAdult();
        Assert.Equal(Now, member.AdultStatedAt);
    }

    [Fact]
    public void Vetting_is_told_once_and_so_is_its_end()
    {
        var mentor = AMentor();
        mentor.Vet(new(2026, 1, 1));
        mentor.Vet(new(2026, 1, 1));
        mentor.WithdrawVetting(new(2026, 2, 1));
        mentor.WithdrawVetting(new(2026, 3, 1));
        Assert.Equal(["mentor-vetted", "mentor-vetting-withdrawn"], Codes(mentor));
        Assert.Null(mentor.Mentor!.VettedOn);
        Assert.Equal(new LocalDate(2026, 2, 1), mentor.Mentor.VettingWithdrawnOn);
    }

    [Fact]
    public void A_coordinator_s_word_on_the_programme_is_told_when_it_changes_what_was_said()
    {
        var mentor = AMentor();
        mentor.OfferToMentor(new MentorOffer { ProgrammeWorked = false }, Now);
        mentor.AttestProgramme(true);
        mentor.AttestProgramme(true);
        Assert.Equal(["mentor-programme-attested"], Codes(mentor));
    }

    [Fact]
    public void A_break_is_told_once_and_so_is_its_end_which_confirms()
    {
        var mentor = AMentor();
        mentor.PauseMentoring(Now);
        mentor.PauseMentoring(Now + Duration.FromHours(1));
        Assert.Equal(Now, mentor.Mentor!.PausedAt);
        mentor.ResumeMentoring(Now + Duration.FromHours(2));
        mentor.ResumeMentoring(Now + Duration.FromHours(3));
        Assert.Equal(["mentor-paused", "mentor-resumed"], Codes(mentor));
        Assert.Null(mentor.Mentor.PausedAt);
        Assert.Equal(Now + Duration.FromHours(2), mentor.Mentor.ConfirmedAt);
    }

    [Fact]
    public void A_lower_capacity_ends_nothing_and_leaves_no_free_place()
    {
        var mentor = AMentor();
        mentor.TakePlace();
        mentor.TakePlace();
        mentor.OfferToMentor(new MentorOffer { Capacity = 1 }, Now);
        Assert.Equal((2, 0), (mentor.Mentor!.PlacesHeld, mentor.Mentor.FreePlaces));
        Assert.Equal("mentor-full", Assert.Throws<RuleBroken>(mentor.TakePlace).Code);
    }

    [Fact]
    public void What_only_a_mentor_does_is_refused_to_others()
    {
        var member = Someone();
        Action[] steps =
        [
            () => member.Vet(new(2026, 1, 1)), () => member.WithdrawVetting(new(2026, 1, 1)), () => member.AttestProgramme(true),
            () => member.PauseMentoring(Now), () => member.ResumeMentoring(Now), () => member.ConfirmAvailable(Now),
        ];
        Assert.All(steps, step => Assert.Equal("not-a-mentor", Assert.Throws<RuleBroken>(step).Code));
    }

    private static Member Someone()
    {
        var member = new Member(CommunityId.New(), "Rosa", Roles.Newcomer, new Profile(), Now);
        member.ClearEvents();
        return member;
    }

    private static Member AMentor()
    {
        var mentor = Someone();
        mentor.OfferToMentor(new MentorOffer(), Now);
        return mentor;
    }

    private static IEnumerable<string> Codes(Member member) => member.Events.Select(e => e.Code);
}
