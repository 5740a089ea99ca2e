using System.Diagnostics;
using Mentorship.Domain.Matching;
using Xunit.Abstractions;

namespace Mentorship.Domain.Tests.Matching;

public class SampleCommunityTests(ITestOutputHelper output)
{
    [Fact]
    public void The_sample_community_is_allotted_and_everyone_left_over_has_a_reason()
    {
        var started = Stopwatch.GetTimestamp();
        var board = new MatchingBoard(SampleCommunity.Rows());
        var allotment = board.Allot();
        output.WriteLine($"{allotment.Pairs.Count} of {board.Asks.Count} matched, fit {allotment.TotalFit}, in {Stopwatch.GetElapsedTime(started).TotalMilliseconds:0} ms");
        foreach (var reason in allotment.Unmatched.CountBy(request => (request.Code, request.Rule))) output.WriteLine($"{reason.Value} {reason.Key}");

        Assert.Equal((320, 180), (board.Mentors.Count, board.Asks.Count));
        Assert.Equal(180, allotment.Pairs.Count + allotment.Unmatched.Count);
        Assert.All(allotment.Unmatched, request => Assert.NotEmpty(request.Sentence));
        Assert.All(allotment.Pairs.CountBy(pair => pair.Mentor), taken => Assert.True(taken.Value <= board.Mentor(taken.Key).Mentor!.FreePlaces));
    }
}
