using Mentorship.Domain.Matching.Packed;
using Mentorship.Domain.Matching.Solving;

namespace Mentorship.Domain.Matching;

/// <summary>
/// Why each request that stays unmatched does, and the single change that would match it: found among packed verdicts, told by the readable
/// rules. For any number of threads.
/// </summary>
internal sealed class Explaining
{
    /// <summary>So many mentors are asked for the sentence that most of those have whom one rule excludes.</summary>
    private const int Sample = 20;

    private readonly MatchingBoard _board;
    private readonly ILookup<RequestId, MemberId> _forbidden;
    private readonly Changes _changes;
    private readonly int[] _left;

    /// <param name="reached">With which mentors one more could be matched and nobody lose their place.</param>
    public Explaining(
        MatchingBoard board, Objective objective, ILookup<RequestId, MemberId> forbidden,
        AllotmentProblem problem, Solution solution, bool[] reached)
    {
        (_board, _forbidden, _left) = (board, forbidden, problem.Places.ToArray());
        foreach (var mentor in solution.Mentor)
            if (mentor >= 0) _left[mentor]--;
        _changes = new Changes(board, objective, problem, _left, reached);
    }

    /// <summary>Only mentors of that pathway and kind are judged: no one change would bring anybody else in.</summary>
    public UnmatchedRequest Explain(Ask ask)
    {
        var (packed, barred) = (_board.Packed.Of(ask), _forbidden[ask.Request.Id].ToHashSet());
        var within = Judged(packed, packed.Field.Within);
        var allowed = barred.Count == 0 ? within : [.. within.Where(pair => !IsBarred(pair.Mentor))];
        return Why() with { Change = _changes.Smallest(packed, allowed) };

        bool IsBarred(int mentor) => barred.Contains(_board.Mentors[mentor].Id);

        UnmatchedRequest Why() => Someone(packed, within, allowed)
            ?? (_board.Mentors.All(mentor => barred.Contains(mentor.Id))
                ? NobodyToJudge(ask.Request.Id)
                : SomeoneElse(packed, allowed) ?? Nobody(packed, allowed, IsBarred));
    }

    private UnmatchedRequest NobodyToJudge(RequestId request) => _board.Mentors.Count == 0
        ? new(request, "no-mentors", null, "Nobody in this community mentors yet.")
        : new(request, "all-forbidden", null, "Everyone was ruled out for this allotment.");

    private static JudgedMentor[] Judged(PackedAsk packed, int[] mentors) =>
        Array.ConvertAll(mentors, mentor => new JudgedMentor(mentor, packed.Judge(mentor)));

    /// <summary>Someone may be proposed, and yet.</summary>
    private UnmatchedRequest? Someone(PackedAsk packed, JudgedMentor[] within, JudgedMentor[] allowed)
    {
        var request = packed.Ask.Request.Id;
        if (Array.Exists(allowed, pair => pair.Verdict.MayBeProposedUnasked && _left[pair.Mentor] > 0))
            return new(request, "costs-more", null,
                "Someone fits and is free, but by this objective the match would cost more than it adds.");
        if (Array.Exists(allowed, pair => pair.Verdict.MayBeProposedUnasked))
            return new(request, "places-taken", null, "Someone fits, but every place is promised or went to others.");
        return Array.Exists(within, pair => pair.Verdict.MayBeProposedUnasked)
            ? new(request, "all-forbidden", null, "Everyone who fits was ruled out for this allotment.") : null;
    }

    /// <summary>Only one thing stands between.</summary>
    private UnmatchedRequest? SomeoneElse(PackedAsk packed, JudgedMentor[] allowed)
    {
        var request = packed.Ask.Request.Id;
        if (Array.Exists(allowed, pair => pair.Verdict.IsEligible))
            return new(request, "all-dismissed", Eligibility.DismissedBefore, "Everyone who fits was dismissed for this request before.");
        if (Array.Exists(allowed, pair => pair.Verdict.Broken == Broken.MentorFull && packed.HasTime(pair.Mentor)))
            return new(request, "all-full", "mentor-full", "Someone fits, but has no free place at present.");
        if (Array.FindIndex(allowed, pair => pair.Verdict.IsAllowed) is not (>= 0 and var at)) return null;
        var (norm, sentence) = Told(packed, allowed[at].Verdict.Broken.First(), allowed[at].Mentor);
        return new(request, "override-needed", norm, $"Someone fits but for a norm that a written reason can override. {sentence}");
    }

    /// <summary>The rule that excludes most among the mentors of that pathway and kind, each counted by the first that bars.</summary>
    private UnmatchedRequest Nobody(PackedAsk packed, JudgedMentor[] allowed, Func<int, bool> isBarred)
    {
        var counted = Array.FindAll(allowed, pair => (pair.Verdict.Broken & Field.Outside) == Broken.None);
        if (counted.Length == 0)
            counted = Judged(packed, [.. Enumerable.Range(0, _board.Mentors.Count).Where(mentor => !isBarred(mentor))]);
        var most = counted.GroupBy(pair => (pair.Verdict.Broken & packed.Field.Bars).First(), pair => pair.Mentor)
            .OrderByDescending(rule => rule.Count()).ThenBy(rule => BrokenRules.Codes[rule.Key], StringComparer.Ordinal).First();
        var sentence = Shortlist.MostCommon(most.Take(Sample).Select(mentor => Told(packed, most.Key, mentor).Sentence));
        return new(
            packed.Ask.Request.Id, "no-eligible-mentor", BrokenRules.Codes[most.Key],
            $"No mentor may be proposed. What stands in the way most often: {sentence}");
    }

    private (string Rule, string Sentence) Told(PackedAsk packed, int rule, int mentor) =>
        (BrokenRules.Codes[rule], _board.SentenceOf(BrokenRules.Codes[rule], packed.Ask, _board.Mentors[mentor]));
}
