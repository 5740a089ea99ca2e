using Mentorship.Domain.Matching;
using Mentorship.Domain.Matching.Packed;
using Mentorship.Domain.Time;

namespace Mentorship.Domain.Tests.Matching.Packed;

/// <summary>The readable rules and factors are the statement of what is decided; the packed pass says the same of every pair.</summary>
public class PackedVerdictTests
{
    private const int Boards = 1000;

    [Fact]
    public void Every_pair_has_the_same_bar_the_same_exclusions_and_the_same_fit()
    {
        var (told, allowed) = (new int[BrokenRules.Count], 0);
        for (var seed = 1; seed <= Boards; seed++)
        {
            var rows = WildCrowd.Rows(seed, requests: 4, mentors: 12);
            foreach (var (candidate, verdict) in Judged(rows))
            {
                AssertSame(candidate, verdict, $"seed {seed}");
                allowed += verdict.IsAllowed ? 1 : 0;
                if (candidate.Bar is { } bar) told[IndexOf(bar.Code)]++;
                else foreach (var norm in candidate.Exclusions) told[IndexOf(norm.Code)]++;
            }
        }
        Assert.All(told, (count, rule) => Assert.True(count > 0, $"{BrokenRules.Codes[rule]} was never the reason."));
        Assert.InRange(allowed, 1500, 40000);
    }

    [Fact]
    public void In_the_sample_community_every_pair_has_the_same_bar_and_the_same_fit() =>
        Assert.All(Judged(SampleCommunity.Rows()), pair => AssertSame(pair.Candidate, pair.Verdict, "sample"));

    [Fact]
    public void Rules_have_the_order_of_their_bits()
    {
        Assert.Equal(BrokenRules.Count, BrokenRules.Codes.Count);
        var bits = Enum.GetValues<Broken>().Where(rule => rule is not (Broken.None or Broken.DismissedBefore)).Select(rule => Kebab(rule.ToString()));
        Assert.Equal(bits, BrokenRules.Codes);
    }

    [Fact]
    public void Judging_a_pair_allocates_nothing()
    {
        var rows = SampleCommunity.Rows();
        var (board, asks) = (Pack(rows), rows.Asks.Take(5).ToList());
        foreach (var ask in asks.Select(board.Of))
        {
            JudgeAll(ask, board.Mentors.Count);
            var before = GC.GetAllocatedBytesForCurrentThread();
            JudgeAll(ask, board.Mentors.Count);
            Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
        }
    }

    private static int JudgeAll(PackedAsk ask, int mentors)
    {
        var sum = 0;
        for (var mentor = 0; mentor < mentors; mentor++) sum += ask.Judge(mentor).Fit;
        return sum;
    }

    private static void AssertSame(Candidate candidate, Verdict verdict, string where)
    {
        Assert.True(candidate.Bar is null == verdict.IsAllowed, where);
        Assert.Equal(candidate.Fit?.PerMille ?? -1, verdict.Fit);
        Assert.Equal(candidate.IsEligible, verdict.IsEligible);
        Assert.Equal(candidate.MayBeProposedUnasked, verdict.MayBeProposedUnasked);
        if (candidate.Bar is { } bar) Assert.Equal(bar.Code, BrokenRules.Codes[(verdict.Broken & ~Overridable(candidate)).First()]);
        else Assert.Equal(candidate.Exclusions.Select(e => e.Code), CodesOf(verdict.Broken & ~Broken.DismissedBefore));
    }

    private static Broken Overridable(Candidate candidate) => candidate.Exclusions.Where(e => e.CanBeOverridden)
        .Aggregate(Broken.None, (all, e) => all | (Broken)(1u << IndexOf(e.Code)));

    private static IEnumerable<string> CodesOf(Broken broken) =>
        Enumerable.Range(0, BrokenRules.Count).Where(rule => ((uint)broken >> rule & 1) == 1).Select(rule => BrokenRules.Codes[rule]);

    private static IEnumerable<(Candidate Candidate, Verdict Verdict)> Judged(BoardRows rows)
    {
        var (board, packed) = (new MatchingBoard(rows), Pack(rows));
        foreach (var ask in board.Asks)
        {
            var of = packed.Of(ask);
            for (var mentor = 0; mentor < board.Mentors.Count; mentor++)
                yield return (board.Judge(ask.Request.Id, board.Mentors[mentor].Id), of.Judge(mentor));
        }
    }

    private static PackedBoard Pack(BoardRows rows) =>
        new(rows, [.. rows.Mentors.OrderBy(mentor => mentor.Id.Value)], new History(rows), new ZoneYears(rows.Now));

    private static int IndexOf(string code) => BrokenRules.Codes.ToList().IndexOf(code);

    private static string Kebab(string name) =>
        string.Concat(name.Select((letter, at) => at > 0 && char.IsUpper(letter) ? $"-{char.ToLowerInvariant(letter)}" : $"{char.ToLowerInvariant(letter)}"));
}
