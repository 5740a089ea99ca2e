using Mentorship.Domain.CheckIns;
using Mentorship.Domain.Notices;
using Mentorship.Domain.Progress;
using Mentorship.Domain.Time;
using NodaTime;

namespace Mentorship.Domain.Tests.Progress;

public sealed class PathwayProgressTests
{
    private static readonly DateTimeZone Dublin = Zones.Get("Europe/Dublin");
    private static readonly Instant Now = Instant.FromUtc(2026, 10, 20, 12, 0);
    private static readonly Instant OnTheDay = Instant.FromUtc(2026, 10, 29, 10, 0); // a month after 29 September, winter time

    [Fact]
    public void On_the_day_the_member_is_told_once_that_there_is_something_kind()
    {
        var (progress, time) = Since(new(2026, 9, 29));

        var told = progress.TakeDue(time, Dublin, OnTheDay);
        progress.TakeDue(told, Dublin, OnTheDay);

        var telling = Assert.Single(progress.Events, e => e.Code == "kind-word");
        Assert.Equal([new Telling(progress.Member, NoticeKind.KindWord)], telling.Tells);
        Assert.Equal(Instant.FromUtc(2026, 10, 30, 10, 0), progress.NextDueAt);
    }

    [Fact]
    public void A_date_that_was_changed_away_and_back_is_not_told_again()
    {
        var (progress, time) = Since(new(2026, 9, 29));
        var told = progress.TakeDue(time, Dublin, OnTheDay).Correct(new(2026, 9, 28), null).Correct(new(2026, 9, 29), null);

        Assert.Same(told, progress.TakeDue(told, Dublin, OnTheDay + Duration.FromHours(1)));
    }

    [Fact]
    public void When_it_is_looked_at_next_tells_no_date()
    {
        var looks = Enumerable.Range(0, 400).Select(days => Since(new LocalDate(2026, 10, 20).PlusDays(-days)).Progress.NextDueAt);

        Assert.Equal([Instant.FromUtc(2026, 10, 21, 9, 0)], looks.Distinct().Select(at => at!.Value));
    }

    [Fact]
    public void The_first_day_itself_is_not_told_for_who_sets_it_has_just_been_here()
    {
        var (progress, time) = Since(new(2026, 10, 29), "na");

        Assert.Same(time, progress.TakeDue(time, Dublin, OnTheDay));
    }

    [Theory]
    [InlineData("2026-10-29T21:30:00Z")]
    [InlineData("2026-10-29T03:00:00Z")]
    [InlineData("2026-10-30T10:00:00Z")]
    public void Nothing_is_told_at_night_or_when_the_day_is_over(string late)
    {
        var (progress, time) = Since(new(2026, 9, 29));

        Assert.Same(time, progress.TakeDue(time, Dublin, NodaTime.Text.InstantPattern.ExtendedIso.Parse(late).Value));
        Assert.DoesNotContain(progress.Events, e => e.Code == "kind-word");
    }

    [Fact]
    public void Who_has_moved_west_is_told_when_the_day_has_come_there()
    {
        var (progress, time) = Since(new(2026, 9, 29));
        var honolulu = Zones.Get("Pacific/Honolulu");

        Assert.Same(time, progress.TakeDue(time, honolulu, OnTheDay));
        Assert.Equal(Instant.FromUtc(2026, 10, 29, 20, 0), progress.NextDueAt);
        Assert.Single(progress.TakeDue(time, honolulu, progress.NextDueAt!.Value).Told);
    }

    [Fact]
    public void Whatever_a_member_changes_leaves_one_line_that_tells_nothing()
    {
        var (progress, _) = Since(new(2026, 9, 29));
        progress.KeepTime(new Sealed(new byte[] { 2 }), Dublin, Now);
        progress.ForgetTime();

        Assert.All(progress.Events, e => Assert.Equal((PathwayProgress.Changed, progress.Id.Value, 0), (e.Code, e.Subject, e.Tells.Count)));
        Assert.Equal((null, null), (progress.Time, progress.NextDueAt));
    }

    [Theory]
    [InlineData("al-anon", null, "time-not-counted")]
    [InlineData("aa", "what I count", "definition-not-personal")]
    [InlineData("oa", "what I count", null)]
    [InlineData("smart-recovery", "my goal", null)]
    [InlineData("aa", null, null)]
    public void Only_a_pathway_with_a_clock_counts_and_only_a_personal_one_asks_what(string pathway, string? definition, string? code)
    {
        var progress = new PathwayProgress(CommunityId.New(), MemberId.New(), pathway);
        if (code is null) progress.MustCountTime(definition);
        else Assert.Equal(code, Assert.Throws<RuleBroken>(() => progress.MustCountTime(definition)).Code);
    }

    [Fact]
    public void A_mentor_sees_what_was_shown_since_they_were_introduced_and_what_was_carried_over()
    {
        var before = Shown.From(Audience.Mentor, Now);
        var after = Shown.From(Audience.Coordinator, Now + Duration.FromDays(2));
        var introduced = Now + Duration.FromDays(1);

        Assert.False(before.ReachesMentor(introduced, carriedOver: false));
        Assert.True(before.ReachesMentor(introduced, carriedOver: true));
        Assert.True(after.ReachesMentor(introduced, carriedOver: false));
        Assert.False(Shown.From(Audience.Me, Now).ReachesMentor(introduced, carriedOver: true));
    }

    private static (PathwayProgress Progress, TimeRecord Time) Since(LocalDate since, string pathway = "aa")
    {
        var (progress, time) = (new PathwayProgress(CommunityId.New(), MemberId.New(), pathway), TimeRecord.Begin(since, null));
        progress.KeepTime(new Sealed(new byte[] { 1 }), Dublin, Now);
        return (progress, time);
    }
}
