using Mentorship.Domain.Communities;
using Mentorship.Domain.Matching;
using Mentorship.Domain.Matching.Reports;
using Mentorship.Domain.Members;
using Mentorship.Domain.Pairings;
using Mentorship.Domain.Pathways;
using NodaTime;

namespace Mentorship.Domain.Tests.Matching.Reports;

public class AllotmentReportTests
{
    [Fact]
    public void It_adds_up_for_the_sample_community()
    {
        var board = new MatchingBoard(SampleCommunity.Rows());
        var allotment = board.Allot();
        var report = AllotmentReport.Of(board, allotment);
        Assert.Equal(180, report.Totals.Matched + report.Totals.Unmatched);
        Assert.Equal((report.Totals.Matched, 10), (report.FitBands.Sum(), report.FitBands.Count));
        Assert.Equal(report.Totals.Fit, report.Matched.Sum(row => (long)row.Fit));
        Assert.Equal(report.Totals.Matched, report.Loads.Sum(load => load.Given));
        Assert.All(report.Loads, load => Assert.True(load.Held + load.Given <= load.Places));
        Assert.Equal(180, report.Waits.Count);
        Assert.All(report.Waits.Groups, group => Assert.Equal((true, group.Median > 1.25 * report.Waits.Median), (group.Count >= 5, group.IsLong)));
        Assert.All(report.Proof, condition => Assert.True(condition.Holds));
    }

    [Fact]
    public void A_group_that_waits_longer_is_flagged_and_a_small_one_is_not_shown()
    {
        Ask[] asks = [.. Wait(6, "aa", 10), .. Wait(5, "na", 20), .. Wait(4, "ga", 90)];
        var waits = AllotmentReport.Of(Board(asks), Board(asks).Allot()).Waits;
        Assert.Equal((15, 20.0), (waits.Count, waits.Median));
        Assert.Equal([("aa", 6, 10.0, false), ("na", 5, 20.0, false)], waits.Groups.Where(g => g.By == "pathway").Select(g => (g.Group, g.Count, g.Median, g.IsLong)));
        Assert.Equal(1, waits.GroupsNotShown);

        asks = [.. Wait(9, "aa", 10), .. Wait(5, "na", 13)];
        var flagged = AllotmentReport.Of(Board(asks), Board(asks).Allot()).Waits.Groups.Where(g => g.IsLong);
        Assert.Equal([("pathway", "na")], flagged.Select(g => (g.By, g.Group)));
    }

    private static MatchingBoard Board(Ask[] asks) => new(new(Policy.Default, 1, Scene.Now, asks, [], [], []));

    private static IEnumerable<Ask> Wait(int count, string pathway, int days) => Enumerable.Range(0, count).Select(_ => Scene.NewAsk(
        Scene.NewMember(Scene.Usual), pathway, RelationshipKind.Sponsor, Wishes.None, Scene.Now - Duration.FromDays(days)));
}
