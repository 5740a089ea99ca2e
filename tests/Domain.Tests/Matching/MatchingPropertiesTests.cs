using Mentorship.Domain.Matching;
using Mentorship.Domain.Members;
using Mentorship.Domain.Pairings;

namespace Mentorship.Domain.Tests.Matching;

public class MatchingPropertiesTests
{
    private const int Seeds = 30;

    [Fact]
    public void A_candidate_is_eligible_exactly_when_the_rules_written_by_hand_say_so()
    {
        var eligible = 0;
        foreach (var rows in Crowds(requests: 6, mentors: 12))
        {
            var board = new MatchingBoard(rows);
            foreach (var ask in rows.Asks)
            {
                var shortlist = board.Shortlist(ask.Request.Id, take: 100);
                var by = rows.Mentors.Where(mentor => ByHand.MayBeProposed(rows, ask, mentor)).Select(mentor => mentor.Id).ToHashSet();
                Assert.True(by.SetEquals(shortlist.Candidates.Where(c => c.IsEligible).Select(c => c.Mentor)));
                Assert.Equal(rows.Mentors.Count, shortlist.Proposable + shortlist.Excluded.Count());
                eligible += by.Count;
            }
        }
        Assert.InRange(eligible, 50, 1000); // the crowds are worth the trouble
    }

    [Fact]
    public void An_allotment_breaks_no_rule_and_no_limit_and_answers_for_everyone()
    {
        var matched = 0;
        foreach (var rows in Crowds(requests: 12, mentors: 10))
        {
            var allotment = new MatchingBoard(rows).Allot();
            var asks = rows.Asks.ToDictionary(ask => ask.Request.Id);
            Assert.All(allotment.Pairs, pair => Assert.True(ByHand.MayBeProposed(rows, asks[pair.Request], MentorOf(rows, pair))));
            foreach (var mentor in allotment.Pairs.CountBy(pair => pair.Mentor))
                Assert.True(mentor.Value + Promised(rows, mentor.Key) <= rows.Mentors.Single(m => m.Id == mentor.Key).Mentor!.FreePlaces);
            Assert.Equal(rows.Asks.Select(ask => ask.Request.Id).Order(ById),
                allotment.Pairs.Select(p => p.Request).Concat(allotment.Unmatched.Select(u => u.Request)).Concat(allotment.Standing).Order(ById));
            matched += allotment.Pairs.Count;
        }
        Assert.InRange(matched, 50, 360);
    }

    [Fact]
    public void The_order_of_rows_changes_nothing()
    {
        foreach (var rows in Crowds(requests: 8, mentors: 10).Take(20))
        {
            var (one, other) = (new MatchingBoard(rows), new MatchingBoard(Shuffled(rows)));
            Assert.Equal(Text(one.Allot()), Text(other.Allot()));
            foreach (var ask in rows.Asks)
                Assert.Equal(one.Shortlist(ask.Request.Id).Candidates.Select(c => c.ToGrounds()), other.Shortlist(ask.Request.Id).Candidates.Select(c => c.ToGrounds()));
        }
    }

    [Fact]
    public void Relaxing_a_wish_never_removes_a_candidate()
    {
        foreach (var board in Crowds(requests: 6, mentors: 12).Select(rows => new MatchingBoard(rows)))
            foreach (var request in board.Asks.Select(ask => ask.Request))
                foreach (var wishes in Relaxed(request.Wishes))
                {
                    var before = EligibleOf(board, request);
                    request.Wish(wishes);
                    Assert.Subset(EligibleOf(board, request), before);
                }
    }

    private static IEnumerable<BoardRows> Crowds(int requests, int mentors) =>
        Enumerable.Range(1, Seeds).Select(seed => Crowd.Rows(seed, requests, mentors));

    private static IEnumerable<Wishes> Relaxed(Wishes wishes)
    {
        if (wishes.LivedExperience.Count > 0) yield return wishes = wishes with { LivedExperience = [.. wishes.LivedExperience.Skip(1)] };
        if (wishes.AgeFrom is not null) yield return wishes = wishes with { AgeFrom = wishes.AgeFrom - 5 };
        yield return wishes = wishes with { AgeTo = null };
        if (wishes.MentorGenders.Count > 0) yield return wishes = wishes with { MentorGenders = [.. wishes.MentorGenders, "man"] };
        foreach (var must in Enum.GetValues<Musts>()) yield return wishes = wishes with { Musts = wishes.Musts & ~must };
        yield return Wishes.None;
    }

    private static HashSet<MemberId> EligibleOf(MatchingBoard board, MentorRequest request) =>
        [.. board.Shortlist(request.Id, take: 100).Candidates.Where(c => c.IsEligible).Select(c => c.Mentor)];

    private static BoardRows Shuffled(BoardRows rows)
    {
        var random = new Random(1);
        return rows with
        {
            Asks = Shuffle(rows.Asks),
            Mentors = Shuffle(rows.Mentors),
            Pairings = Shuffle(rows.Pairings),
            Separations = Shuffle(rows.Separations),
        };

        IReadOnlyList<T> Shuffle<T>(IReadOnlyList<T> all) => [.. all.OrderBy(_ => random.Next())];
    }

    private static string Text(Allotment allotment) =>
        string.Join('\n', [.. allotment.Pairs.Select(p => p.ToGrounds()), .. allotment.Unmatched.Select(u => u.ToString()), .. allotment.Standing.Select(s => s.ToString())]);

    private static Member MentorOf(BoardRows rows, Candidate pair) => rows.Mentors.Single(mentor => mentor.Id == pair.Mentor);

    private static int Promised(BoardRows rows, MemberId mentor) => rows.Pairings.Count(p => p.State == PairingState.Proposed && p.Mentor == mentor);

    private static readonly IComparer<RequestId> ById = Comparer<RequestId>.Create((a, b) => a.Value.CompareTo(b.Value));
}
