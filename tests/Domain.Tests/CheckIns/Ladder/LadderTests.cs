using Mentorship.Domain.CheckIns;
using Mentorship.Domain.CheckIns.Ladder;
using Mentorship.Domain.Time;
using NodaTime;

namespace Mentorship.Domain.Tests.CheckIns.Ladder;

public class LadderTests
{
    private const int Day = 24, UntilTheMemberIsTold = 14 * Day + 8;

    [Fact]
    public void Weekly_the_note_is_repeated_after_4_hours_goes_another_way_the_next_day_and_two_misses_lead_to_the_member_the_mentor_and_the_list()
    {
        var quiet = new Quiet(Layer.Weekly, texts: true);
        quiet.Live(40 * Day);

        var sent = Instant.FromUtc(2026, 10, 25, 18, 0);
        Assert.Equal([RungCode.Repeat, RungCode.OtherWay, RungCode.MemberFirst, RungCode.Mentor, RungCode.Coordinators], quiet.Rungs);
        var hours = quiet.Taken.Select(t => (int)(t.At - sent).TotalHours).ToList();
        Assert.Equal([4, 24, 7 * Day + 49, 8 * Day + 49, 14 * Day], hours);
        Assert.Equal(quiet.Pairing.Mentor, quiet.Taken[3].Told);
        Assert.All(quiet.Taken.Where(t => t.Rung != RungCode.Mentor), t => Assert.Equal(quiet.Member.Id, t.Told));
    }

    [Fact]
    public void Who_has_one_channel_is_not_told_again_by_the_same()
    {
        var quiet = new Quiet(Layer.Weekly);
        quiet.Live(40 * Day);
        Assert.Equal([RungCode.Repeat, RungCode.MemberFirst, RungCode.Mentor, RungCode.Coordinators], quiet.Rungs);
    }

    [Fact]
    public void Daily_it_is_three_misses_and_nothing_is_repeated_that_would_arrive_closed()
    {
        var quiet = new Quiet(Layer.Daily);
        quiet.Member.KeepQuiet(new(new LocalTime(18, 0), new LocalTime(8, 0)));
        quiet.Live(30 * Day);

        Assert.Equal([RungCode.MemberFirst, RungCode.Mentor, RungCode.Coordinators], quiet.Rungs); // no repeat at night, and the next day it is closed
        var began = Assert.Single(quiet.Silences).BeganAt;
        Assert.Equal([61, 85, 14 * Day], quiet.Taken.Select(t => (int)(t.At - began).TotalHours));
    }

    [Fact]
    public void Any_sign_of_life_stops_it_before_anybody_else_is_told_and_it_starts_anew_only_with_new_misses()
    {
        var quiet = new Quiet(Layer.Weekly);
        quiet.Live(UntilTheMemberIsTold);
        Assert.Equal(RungCode.MemberFirst, quiet.Rungs.Last());
        quiet.ShowLife();
        quiet.Live(5 * Day - 1);
        Assert.DoesNotContain(RungCode.Mentor, quiet.Rungs);
        Assert.Equal(SilenceEnd.SignOfLife, quiet.Silences[0].EndedBy);

        quiet.Live(30 * Day);
        Assert.Equal(1, quiet.Rungs.Count(r => r == RungCode.Mentor));
        Assert.Equal(quiet.Silences[^1].Id, quiet.Taken.Single(t => t.Rung == RungCode.Mentor).Silence);
        Assert.True(quiet.Silences[^1].BeganAt > quiet.Silences[0].EndedAt);
    }

    [Fact]
    public void Who_says_that_they_are_fine_is_left_alone_and_nobody_is_told()
    {
        var quiet = new Quiet(Layer.Weekly);
        quiet.Live(UntilTheMemberIsTold);
        quiet.Silences[0].SayFine(quiet.Now);
        quiet.Live(2 * Day);
        Assert.Equal(RungCode.MemberFirst, quiet.Rungs.Last());
        Assert.Equal(SilenceEnd.SaidFine, quiet.Silences[0].EndedBy);
    }

    [Fact]
    public void A_miss_of_a_check_in_that_left_before_a_sign_of_life_says_nothing()
    {
        var quiet = new Quiet(Layer.Weekly);
        quiet.Live(6 * Day); // the first one waits
        quiet.ShowLife();
        quiet.Live(9 * Day); // it lapses, and the second too
        Assert.Equal(1, quiet.Silences.Where(s => s.IsOpen == true).Sum(s => s.WeeklyMisses));
    }

    [Theory]
    [InlineData("stop"), InlineData("pause"), InlineData("end"), InlineData("day off")]
    public void A_stop_a_pause_an_end_or_a_day_off_ends_it_and_nobody_is_told(string what)
    {
        var quiet = new Quiet(Layer.Weekly);
        quiet.Live(UntilTheMemberIsTold);
        if (what == "stop") quiet.Member.StopEmail();
        if (what == "pause") quiet.Pairing.Pause(quiet.Member.Id);
        if (what == "end") quiet.Pairing.End(quiet.Member.Id, quiet.Now);
        if (what == "day off") quiet.Member.TakeOff(DaysOff.Parse("2026-11-01/2026-12-31"), quiet.Now);
        quiet.Live(4 * Day);

        Assert.Equal(RungCode.MemberFirst, quiet.Rungs.Last());
        Assert.Equal(what == "stop" ? SilenceEnd.OutOfReach : SilenceEnd.AtRest, quiet.Silences[0].EndedBy);
    }

    [Fact]
    public void A_note_to_the_member_that_bounced_is_no_warning_so_the_mentor_is_not_told()
    {
        var quiet = new Quiet(Layer.Weekly);
        quiet.Live(UntilTheMemberIsTold);
        quiet.Bounce();
        quiet.Live(2 * Day);
        Assert.DoesNotContain(RungCode.Mentor, quiet.Rungs);
        Assert.Equal(SilenceEnd.OutOfReach, quiet.Silences[0].EndedBy);
    }

    [Fact]
    public void What_we_could_not_send_is_no_miss_and_begins_nothing()
    {
        var quiet = new Quiet(Layer.Weekly) { MailIsDown = true };
        quiet.Live(60 * Day);
        Assert.Empty(quiet.Silences);
    }

    [Fact]
    public void Who_could_not_say_that_they_are_fine_because_we_were_away_has_some_hours_to_do_so_before_the_mentor_is_told()
    {
        var quiet = new Quiet(Layer.Weekly);
        quiet.Live(UntilTheMemberIsTold);
        quiet.BeAway(30);
        quiet.Live(3);
        Assert.DoesNotContain(RungCode.Mentor, quiet.Rungs);
        quiet.Live(3);
        Assert.Contains(RungCode.Mentor, quiet.Rungs);
    }

    [Fact]
    public void The_hours_in_which_we_were_away_are_none_in_which_they_could_say_that_they_are_fine()
    {
        var quiet = new Quiet(Layer.Weekly);
        quiet.Live(UntilTheMemberIsTold); // an hour ago
        quiet.BeAwayOnRecord(20);
        quiet.Live(22);
        Assert.DoesNotContain(RungCode.Mentor, quiet.Rungs);
        quiet.Live(2);
        Assert.Contains(RungCode.Mentor, quiet.Rungs);
    }

    [Theory]
    [InlineData(true, 9 * Day), InlineData(false, 4)]
    public void Days_in_which_we_were_away_are_none_of_the_coordinators_days_and_once_we_are_back_there_are_some_hours_more(bool known, int hours)
    {
        var quiet = new Quiet(Layer.Weekly);
        quiet.Live(UntilTheMemberIsTold + Day);
        Assert.Equal(RungCode.Mentor, quiet.Rungs.Last());
        if (known) quiet.BeAwayOnRecord(9 * Day);
        else quiet.BeAway(9 * Day);
        var (back, due) = (quiet.Now, Instant.FromUtc(2026, 11, 8, 18, 0)); // fourteen days after the first one left

        quiet.Live(9 * Day);

        var told = Assert.Single(quiet.Taken, t => t.Rung == RungCode.Coordinators).At;
        Assert.Equal(known ? due + Duration.FromHours(hours) : back + Duration.FromHours(hours + 1), told);
    }

    [Fact]
    public void However_far_its_next_rung_is_a_silence_is_looked_at_each_week()
    {
        var quiet = new Quiet(Layer.Weekly, new LadderTimes(CoordinatorsAfterDays: 60));
        quiet.Live(70 * Day, now => Assert.All(now.Silences, s => Assert.False(s.NextAt > now.Now + Silence.LongestWait)));
        Assert.Equal(60 * Day, (int)(quiet.Taken.Single(t => t.Rung == RungCode.Coordinators).At - quiet.Silences[0].BeganAt).TotalHours);
    }

    [Fact]
    public void Where_a_clock_was_ahead_when_the_member_was_told_the_hours_to_say_that_they_are_fine_count_from_when_it_is_right_again()
    {
        var quiet = new Quiet(Layer.Weekly);
        quiet.Live(UntilTheMemberIsTold);
        quiet.LeaveNote(quiet.Now + Duration.FromDays(100));
        quiet.Silences[0].Restore(quiet.Now);
        quiet.Live(Day - 1);
        Assert.DoesNotContain(RungCode.Mentor, quiet.Rungs);
        quiet.Live(1);
        Assert.Contains(RungCode.Mentor, quiet.Rungs);
    }

    [Fact]
    public void The_note_by_another_way_comes_half_a_day_after_the_repeat_at_the_earliest()
    {
        var quiet = new Quiet(Layer.Weekly, new LadderTimes(RepeatAfterHours: 24, OtherWayAfterHours: 12), texts: true);
        quiet.Live(8 * Day);
        Assert.Equal([RungCode.Repeat, RungCode.OtherWay], quiet.Rungs);
        Assert.Equal(Duration.FromHours(12), quiet.Taken[1].At - quiet.Taken[0].At);
    }

    [Fact]
    public void A_check_in_whose_time_passed_while_we_were_away_is_no_miss()
    {
        var quiet = new Quiet(Layer.Weekly);
        quiet.Live(6 * Day); // it has left, and is open until the 27th at 18:00
        quiet.BeAway(2 * Day);
        quiet.Live(5 * Day);
        Assert.All(quiet.Silences, s => Assert.Equal(0, s.WeeklyMisses));
    }

    [Fact]
    public void A_repeat_that_could_only_arrive_too_late_is_not_taken()
    {
        var quiet = new Quiet(Layer.Daily);
        quiet.Member.KeepQuiet(new(new LocalTime(18, 0), new LocalTime(8, 0))); // soon after it left, and in the morning it is closed
        quiet.Live(2 * Day);
        Assert.Empty(quiet.Rungs);
    }

    [Fact]
    public void Above_every_note_that_waits_for_the_mail_the_ladder_waits_too()
    {
        var quiet = new Quiet(Layer.Weekly);
        quiet.Live(13 * Day);
        quiet.MailIsDown = true;
        quiet.Live(9 * Day);
        Assert.Equal(RungCode.MemberFirst, quiet.Rungs.Last());
    }

    [Fact]
    public void Whatever_happens_each_rung_of_a_silence_is_taken_once_in_order_the_member_first_and_nobody_again_within_its_cool_down()
    {
        for (var seed = 1; seed <= 60; seed++)
        {
            var random = new Random(seed);
            var quiet = new Quiet(seed % 2 == 0 ? Layer.Daily : Layer.Weekly, new LadderTimes(MentorAfterHours: random.Next(12, 60), CoordinatorsAfterDays: random.Next(7, 20)));
            quiet.Live(120 * Day, now =>
            {
                if (random.Next(150) == 0) now.ShowLife();
                if (random.Next(200) == 0) now.MailIsDown = !now.MailIsDown;
                if (random.Next(400) == 0 && now.Silences.Count > 0) now.Silences[^1].SayFine(now.Now);
            });

            Assert.NotEmpty(quiet.Taken);
            foreach (var silence in quiet.Taken.GroupBy(t => t.Silence))
            {
                var rungs = silence.Select(t => t.Rung).ToList();
                Assert.Equal(rungs.Order().Distinct(), rungs);
                if (rungs.Contains(RungCode.Mentor))
                    Assert.True(silence.Single(t => t.Rung == RungCode.Mentor).At - silence.Single(t => t.Rung == RungCode.MemberFirst).At >= Duration.FromHours(quiet.Times.MentorAfterHours));
            }
            foreach (var (rung, taken) in Rung.All(quiet.Times).GroupJoin(quiet.Taken, r => r.Code, t => t.Rung, (r, t) => (r, t.Select(x => x.At).ToList())))
                Assert.All(taken.Zip(taken.Skip(1)), pair => Assert.True(pair.Second - pair.First >= rung.CoolDown, $"seed {seed}: {rung.Code}"));
        }
    }
}
