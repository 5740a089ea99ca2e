using Mentorship.Domain.Matching;
using Mentorship.Domain.Members;
using NodaTime;

namespace Mentorship.Domain.Tests.Matching.Drafts;

public class BoardPrintTests
{
    [Fact]
    public void The_order_of_rows_and_the_moment_change_no_fingerprint()
    {
        var rows = Crowd.Rows(3, requests: 8, mentors: 8);
        var other = rows with { Asks = [.. rows.Asks.Reverse()], Mentors = [.. rows.Mentors.Reverse()], Pairings = [.. rows.Pairings.Reverse()], Now = rows.Now + Duration.FromHours(1) };
        Assert.Equal(Of(rows).Fingerprint, Of(other).Fingerprint);
        Assert.Matches("^[0-9a-f]{64}$", Of(rows).Fingerprint);
        Assert.False(Of(rows).Until(Of(other)).Any);
    }

    [Fact]
    public void What_came_went_and_changed_is_told()
    {
        var rows = Crowd.Rows(3, requests: 8, mentors: 8) with { Pairings = [] };
        var then = Of(rows);
        rows.Asks[2].Request.Wish(rows.Asks[2].Request.Wishes with { AgeFrom = 41, AgeTo = 43 });
        rows.Mentors[3].OfferToMentor(rows.Mentors[3].Mentor!.Offer with { Capacity = 9 }, rows.Now);
        var came = Crowd.Rows(4, requests: 1, mentors: 1).Asks[0];
        var now = Of(rows with { PolicyVersion = 2, Asks = [.. rows.Asks.Skip(1), came], Mentors = [.. rows.Mentors.Skip(1)] });

        var changes = then.Until(now);
        Assert.True(changes is { Any: true, Policy: true });
        Assert.Equal([came.Request.Id], changes.RequestsCame);
        Assert.Equal([rows.Asks[0].Request.Id], changes.RequestsWent);
        Assert.Equal([rows.Asks[2].Request.Id], changes.RequestsChanged);
        Assert.Equal(new HashSet<MemberId> { rows.Mentors[0].Id, rows.Mentors[3].Id }, changes.MentorsChanged.ToHashSet());
    }

    [Fact]
    public void A_block_an_order_and_a_place_each_change_it()
    {
        var rows = Crowd.Rows(3, requests: 4, mentors: 4) with { Pairings = [], Separations = [] };
        var (before, order) = (Of(rows).Fingerprint, new AllotmentOrder(Forbidden: [new(rows.Asks[0].Request.Id, rows.Mentors[0].Id)]));
        Assert.NotEqual(before, Of(rows with { Separations = [new(rows.Mentors[0].Id, rows.Asks[0].Newcomer.Id)] }).Fingerprint);
        Assert.NotEqual(before, new MatchingBoard(rows).PrintFor(order).Fingerprint);
        rows.Mentors.First(mentor => mentor.Mentor!.FreePlaces > 0).TakePlace();
        Assert.NotEqual(before, Of(rows).Fingerprint);
    }

    private static Domain.Matching.Drafts.BoardPrint Of(BoardRows rows) => new MatchingBoard(rows).PrintFor(new());
}
