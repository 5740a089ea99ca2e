using Mentorship.Domain.CheckIns;
using Mentorship.Domain.CheckIns.Ladder;
using Mentorship.Domain.Time;
using NodaTime;

namespace Mentorship.Domain.Tests.CheckIns.Ladder;

/// <summary>What a silence counted and what came back afterwards.</summary>
public class ForgivenTests
{
    private static readonly Instant Begins = Instant.FromUtc(2026, 10, 20, 7, 0);

    private readonly CheckInPlan _plan = new(default, PairingId.New(), MemberId.New(), Layer.Daily,
        new PlanTimes(Rhythm.Parse("daily"), new LocalTime(8, 0), "Etc/UTC"), Begins);

    [Fact]
    public void A_miss_that_comes_back_is_taken_off_and_another_one_leads_up_again()
    {
        var (first, second, third) = (Missed(), Missed(), Missed());
        var silence = Of(first, second, third);
        Assert.Equal(RungCode.MemberFirst, silence.Next);

        Forgive(silence, second);

        Assert.Equal((2, true, null), (silence.DailyMisses, silence.IsOpen, silence.Next));
        Assert.Equal((CheckInState.Excused, ExcuseReason.OutOfReach, null), (second.State, second.ExcusedBecause, second.SentAt));
        var fourth = Missed();
        silence.Count(fourth, LadderTimes.Default, fourth.AnswerBy);
        Assert.Equal(RungCode.MemberFirst, silence.Next);
    }

    [Fact]
    public void A_silence_of_which_nothing_is_left_ends()
    {
        var only = Missed();
        var silence = Of(only);
        Forgive(silence, only);
        Assert.Equal(SilenceEnd.OutOfReach, silence.EndedBy);
    }

    [Theory]
    [InlineData(0, 1), InlineData(1, 0)]
    public void In_whatever_order_its_misses_come_back_it_ends_with_the_last_of_them(int first, int then)
    {
        var missed = new[] { Missed(), Missed() };
        var silence = Of(missed);
        Forgive(silence, missed[first]);
        Assert.True(silence.IsOpen);
        Forgive(silence, missed[then]);
        Assert.Equal((0, SilenceEnd.OutOfReach), (silence.DailyMisses, silence.EndedBy));
    }

    [Fact]
    public void A_form_that_was_never_counted_comes_back_and_what_the_silence_waits_for_still_stands()
    {
        var waits = Left();
        var silence = new Silence(waits);
        silence.Await(waits.DueAt + Duration.FromHours(4));
        var form = new CheckInPlan(default, PairingId.New(), _plan.Member, Layer.Monthly,
            new PlanTimes(Rhythm.Parse("monthly:31"), new LocalTime(8, 0), "Etc/UTC"), Begins);
        var pulse = Assert.Single(form.TakeDue(form.NextDueAt!.Value));
        pulse.Sent(pulse.DueAt);
        pulse.Lapse(pulse.AnswerBy + Duration.FromMinutes(1), atRest: null, Outages.None);
        Forgive(silence, pulse);
        Assert.True(silence.IsOpen);
    }

    [Fact]
    public void After_the_member_was_told_the_mentor_hears_nothing_while_too_few_misses_are_left_and_after_another_one_does()
    {
        var quiet = new Quiet(Layer.Daily);
        LiveUntil(quiet, () => quiet.Rungs.Contains(RungCode.MemberFirst));
        var silence = quiet.Silences[0];

        silence.Forgive(quiet.Missed[^1], quiet.Times, quiet.Now);
        quiet.Missed[^1].CameBack();
        Assert.Equal((2, true, null, null), (silence.DailyMisses, silence.IsOpen, silence.Next, silence.NextAt));
        LiveUntil(quiet, () => silence.DailyMisses == 3);

        Assert.Equal([RungCode.Repeat, RungCode.MemberFirst, RungCode.Mentor], quiet.Rungs); // a day and more after the member's note
    }

    [Fact]
    public void After_the_mentor_was_told_the_coordinators_wait_for_another_miss_too()
    {
        var quiet = new Quiet(Layer.Weekly);
        LiveUntil(quiet, () => quiet.Rungs.Contains(RungCode.Mentor));
        var silence = quiet.Silences[0];

        silence.Forgive(quiet.Missed[0], quiet.Times, quiet.Now);
        Assert.Equal((1, true, null, null), (silence.WeeklyMisses, silence.IsOpen, silence.Next, silence.NextAt));
        quiet.Live(24 * 21);

        Assert.Equal(RungCode.Coordinators, quiet.Rungs.Last());
        Assert.Equal(1, quiet.Rungs.Count(r => r == RungCode.Coordinators));
    }

    [Fact]
    public void What_stands_on_the_list_is_looked_at_for_a_sign_of_life_all_the_same()
    {
        var quiet = new Quiet(Layer.Weekly);
        LiveUntil(quiet, () => quiet.Rungs.Contains(RungCode.Coordinators));
        var silence = quiet.Silences[0];
        var looks = silence.NextAt;
        silence.Forgive(quiet.Missed[0], quiet.Times, quiet.Now);
        Assert.NotNull(looks);
        Assert.Equal(looks, silence.NextAt);
    }

    [Fact]
    public void One_that_began_by_waiting_ends_with_the_note_that_it_waited_for()
    {
        var waits = Left();
        var silence = new Silence(waits);
        silence.Await(waits.DueAt + Duration.FromHours(4));
        Forgive(silence, waits);
        Assert.Equal((SilenceEnd.OutOfReach, null), (silence.EndedBy, silence.NextAt));
        Assert.Equal((CheckInState.Scheduled, null), (waits.State, waits.SentAt));
    }

    [Fact]
    public void What_came_back_from_before_a_silence_is_not_taken_off_it()
    {
        var (before, within) = (Missed(), Missed());
        var silence = Of(within);
        Forgive(silence, before);
        Assert.Equal((1, true), (silence.DailyMisses, silence.IsOpen));
    }

    [Fact]
    public void What_was_answered_or_never_left_does_not_come_back()
    {
        var (answered, waiting) = (Left(), Next());
        answered.Answered(answered.DueAt + Duration.FromHours(1));
        answered.CameBack();
        waiting.CameBack();
        Assert.Equal((CheckInState.Answered, CheckInState.Scheduled), (answered.State, waiting.State));
        Assert.NotNull(answered.SentAt);
    }

    private static void LiveUntil(Quiet quiet, Func<bool> isReached)
    {
        for (var hour = 0; hour < 24 * 60 && !isReached(); hour++) quiet.Live(1);
        Assert.True(isReached());
    }

    private static Silence Of(params CheckIn[] missed)
    {
        var silence = new Silence(missed[0]);
        foreach (var checkIn in missed) silence.Count(checkIn, LadderTimes.Default, checkIn.AnswerBy);
        return silence;
    }

    private static void Forgive(Silence silence, CheckIn checkIn)
    {
        silence.Forgive(checkIn, LadderTimes.Default, checkIn.AnswerBy + Duration.FromHours(1));
        checkIn.CameBack();
    }

    private CheckIn Next() => Assert.Single(_plan.TakeDue(_plan.NextDueAt!.Value));

    private CheckIn Left()
    {
        var checkIn = Next();
        checkIn.Sent(checkIn.DueAt);
        return checkIn;
    }

    private CheckIn Missed()
    {
        var checkIn = Left();
        checkIn.Lapse(checkIn.AnswerBy + Duration.FromMinutes(1), atRest: null, Outages.None);
        return checkIn;
    }
}
