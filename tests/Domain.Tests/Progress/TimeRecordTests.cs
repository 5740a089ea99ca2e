using Mentorship.Domain.Pathways;
using Mentorship.Domain.Progress;
using NodaTime;
using Audience = Mentorship.Domain.CheckIns.Audience;

namespace Mentorship.Domain.Tests.Progress;

public sealed class TimeRecordTests
{
    private static readonly LocalDate Today = new(2026, 10, 20);

    [Fact]
    public void A_new_first_day_takes_no_day_of_this_year_away()
    {
        var time = TimeRecord.Begin(new(2026, 1, 1), null);
        var before = time.DaysThisYear(Today);

        var anew = time.BeginAnew(Today, null, null);

        Assert.Equal(before, anew.DaysThisYear(Today));
        Assert.Equal(before, anew.DaysInAll(Today));
        Assert.Equal(0, anew.DaysAt(Today));
        Assert.Equal([new EarlierTime(new(2026, 1, 1), Today)], anew.Earlier);
    }

    [Fact]
    public void Days_between_two_times_count_for_neither()
    {
        var time = TimeRecord.Begin(new(2026, 9, 1), null).BeginAnew(new(2026, 10, 10), new(2026, 9, 21), null);

        Assert.Equal(20 + 10, time.DaysThisYear(Today));
    }

    [Fact]
    public void Days_of_another_year_are_not_of_this_one()
    {
        var time = TimeRecord.Begin(new(2025, 12, 22), null).BeginAnew(new(2026, 10, 15), new(2026, 1, 11), null);

        Assert.Equal(10 + 5, time.DaysThisYear(Today));
        Assert.Equal(20 + 5, time.DaysInAll(Today));
    }

    [Fact]
    public void A_corrected_date_leaves_no_time_behind()
    {
        var time = TimeRecord.Begin(new(2026, 9, 1), null).Correct(new(2026, 8, 1), null);

        Assert.Equal(new LocalDate(2026, 8, 1), time.Since);
        Assert.Empty(time.Earlier);
    }

    [Fact]
    public void A_new_first_day_is_for_its_member_alone_and_a_corrected_one_as_before()
    {
        var shown = TimeRecord.Begin(new(2026, 9, 1), null).Show(Audience.Mentor, Instant.FromUtc(2026, 10, 1, 12, 0));

        Assert.Equal(Audience.Mentor, shown.Correct(new(2026, 9, 2), null).Shown.To);
        Assert.Equal(Shown.ToMeAlone, shown.BeginAnew(Today, null, null).Shown);
    }

    [Fact]
    public void A_first_day_that_has_not_come_yet_further_west_counts_no_day_and_takes_none_away()
    {
        var time = TimeRecord.Begin(Today.PlusDays(1), null);

        Assert.Equal((0, 0, 0), (time.DaysAt(Today), time.DaysThisYear(Today), time.DaysInAll(Today)));
    }

    [Theory]
    [InlineData("2026-09-01", null)]
    [InlineData("2026-08-31", null)]
    [InlineData("2026-09-10", "2026-09-11")]
    [InlineData("2026-09-10", "2026-08-31")]
    public void Times_follow_each_other(string since, string? until)
    {
        var time = TimeRecord.Begin(new(2026, 9, 1), null);

        Assert.Equal("dates-out-of-order", Assert.Throws<RuleBroken>(() => time.BeginAnew(Date(since), until is null ? null : Date(until), null)).Code);
    }

    [Fact]
    public void A_date_is_not_corrected_into_an_earlier_time()
    {
        var time = TimeRecord.Begin(new(2026, 9, 1), null).BeginAnew(new(2026, 10, 1), null, null);

        Assert.Equal("dates-out-of-order", Assert.Throws<RuleBroken>(() => time.Correct(new(2026, 9, 30), null)).Code);
        Assert.Equal(new LocalDate(2026, 10, 2), time.Correct(new(2026, 10, 2), null).Since);
    }

    [Fact]
    public void Whatever_first_days_follow_each_other_no_day_is_lost_or_counted_twice()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var random = new Random(seed);
            var (since, gaps) = (Today.PlusDays(-random.Next(400, 900)), 0);
            var (first, time) = (since, TimeRecord.Begin(since, null));
            for (var i = random.Next(6); i > 0; i--)
            {
                var (lasted, gap) = (random.Next(0, 40), random.Next(0, 20));
                var next = since.PlusDays(Math.Max(1, lasted + gap));
                time = time.BeginAnew(next, since.PlusDays(lasted), null);
                gaps += Period.DaysBetween(since.PlusDays(lasted), next);
                since = next;
            }
            Assert.Equal(Period.DaysBetween(first, Today) - gaps, time.DaysInAll(Today));
        }
    }

    [Fact]
    public void A_mark_is_the_same_for_one_milestone_and_date_and_tells_neither()
    {
        var time = TimeRecord.Begin(new(2026, 9, 1), null);
        var reached = Milestones.Reached(PathwayCatalogue.Current.Get("aa"), time.Since, Today);

        Assert.Equal(reached.Count, reached.Select(time.MarkOf).Distinct().Count());
        Assert.Equal(time.MarkOf(reached[0]), time.Correct(new(2026, 8, 1), null).Correct(new(2026, 9, 1), null).MarkOf(reached[0]));
        Assert.NotEqual(time.MarkOf(reached[0]), time.Correct(new(2026, 8, 1), null).MarkOf(reached[0]));
        Assert.NotEqual(time.MarkOf(reached[0]), TimeRecord.Begin(time.Since, null).MarkOf(reached[0]));
    }

    private static LocalDate Date(string text) => NodaTime.Text.LocalDatePattern.Iso.Parse(text).Value;
}
