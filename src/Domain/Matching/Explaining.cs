using Mentorship.Domain.Matching.Packed;
using Mentorship.Domain.Matching.Solving;

namespace Mentorship.Domain.Matching;

/// <summary>Why each request that stays unmatched does, and the single change that would match it.</summary>
internal sealed class Explaining
{
    /// <summary>These exclude most mentors in any community of several pathways and say nothing of what could be changed.</summary>
    private const Broken NotInTheField = Broken.PairSelf | Broken.NotAMentor | Broken.KindNotOffered | Broken.AudienceNotShared | Broken.PathwayNotShared;

    /// <summary>So many mentors are asked for the sentence that most of those have whom one rule excludes.</summary>
    private const int Sample = 20;

    private readonly MatchingBoard _board;
    private readonly HashSet<Placement> _forbidden;
    private readonly Changes _changes;
    private readonly int[] _left;

    /// <param name="reached">With which mentors one more could be matched and nobody lose their place.</param>
    public Explaining(MatchingBoard board, AllotmentOrder order, AllotmentProblem problem, Solution solution, bool[] reached)
    {
        (_board, _forbidden, _left) = (board, [.. order.Forbidden], problem.Places.ToArray());
        foreach (var mentor in solution.Mentor)
            if (mentor >= 0) _left[mentor]--;
        _changes = new Changes(board, order.Objective, problem, _left, reached);
    }

    public UnmatchedRequest Explain(Ask ask)
    {
        var packed = _board.Packed.Of(ask);
        Verdict[] verdicts = [.. Enumerable.Range(0, _board.Mentors.Count).Select(packed.Judge)];
        int[] allowed = [.. Enumerable.Range(0, verdicts.Length).Where(mentor => !_forbidden.Contains(new(ask.Request.Id, _board.Mentors[mentor].Id)))];
        return Why(ask, packed, verdicts, allowed) with { Change = _changes.Smallest(packed, verdicts, allowed) };
    }

    private UnmatchedRequest Why(Ask ask, PackedAsk packed, Verdict[] verdicts, int[] allowed)
    {
        if (allowed.Any(mentor => verdicts[mentor].MayBeProposedUnasked && _left[mentor] > 0))
            return Because("costs-more", null, "Someone fits and is free, but by this objective the match would cost more than it adds.");
        if (allowed.Any(mentor => verdicts[mentor].MayBeProposedUnasked))
            return Because("places-taken", null, "Someone fits, but every place is promised or went to others.");
        if (verdicts.Any(verdict => verdict.MayBeProposedUnasked))
            return Because("all-forbidden", null, "Everyone who fits was ruled out for this allotment.");
        if (allowed.Length == 0) return Because("no-mentors", null, "Nobody in this community mentors yet.");
        if (allowed.Any(mentor => verdicts[mentor].IsEligible))
            return Because("all-dismissed", Eligibility.DismissedBefore, "Everyone who fits was dismissed for this request before.");
        if (allowed.Any(mentor => verdicts[mentor].Broken == Broken.MentorFull && packed.HasTime(mentor)))
            return Because("all-full", "mentor-full", "Someone fits, but has no free place at present.");
        if (allowed.Where(mentor => verdicts[mentor].IsAllowed).Select(mentor => (int?)mentor).FirstOrDefault() is { } one && Judged(one).Exclusions[0] is var norm)
            return Because("override-needed", norm.Code, $"Someone fits but for a norm that a written reason can override. {norm.Sentence}");
        var (rule, sentence) = MostOften(packed, verdicts, allowed, Judged);
        return Because("no-eligible-mentor", rule, $"No mentor may be proposed. What stands in the way most often: {sentence}");

        UnmatchedRequest Because(string code, string? rule, string sentence) => new(ask.Request.Id, code, rule, sentence);

        Candidate Judged(int mentor) => _board.Judge(ask.Request.Id, _board.Mentors[mentor].Id);
    }

    /// <summary>The rule that excludes most among the mentors of that pathway and kind, each counted by the first that bars.</summary>
    private static (string Rule, string Sentence) MostOften(PackedAsk packed, Verdict[] verdicts, int[] allowed, Func<int, Candidate> judged)
    {
        int[] within = [.. allowed.Where(mentor => (verdicts[mentor].Broken & NotInTheField) == Broken.None)];
        var most = (within.Length > 0 ? within : allowed).GroupBy(mentor => (verdicts[mentor].Broken & packed.Field.Bars).First())
            .OrderByDescending(rule => rule.Count()).ThenBy(rule => BrokenRules.Codes[rule.Key], StringComparer.Ordinal).First();
        var sentences = most.Take(Sample).Select(mentor => judged(mentor).Bar!.Sentence);
        return (BrokenRules.Codes[most.Key], sentences.CountBy(it => it).OrderByDescending(it => it.Value).ThenBy(it => it.Key, StringComparer.Ordinal).First().Key);
    }
}
