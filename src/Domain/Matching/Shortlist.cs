using Mentorship.Domain.Matching.Packed;

namespace Mentorship.Domain.Matching;

/// <summary>How many mentors one rule excluded, with the sentence that holds for most of those who were looked at first.</summary>
public sealed record RuleCount(string Code, string Sentence, int Count);

/// <summary>A mentor who may not be proposed, and the first rule that says so.</summary>
public sealed record ExcludedMentor(MemberId Mentor, string Code, string Sentence);

/// <summary>The best candidates of one request, why the other mentors may not be proposed, and what would lengthen a short list.</summary>
/// <param name="Candidates">Best first; those who need an override after all who need none.</param>
/// <param name="Proposable">How many may be proposed in all, the candidates among them.</param>
/// <param name="ExcludedByRule">By the first rule that excluded, most first.</param>
/// <param name="Excluded">By id; worked out one after the other as they are asked for, since there may be a million.</param>
/// <param name="Widening">What adds most first; empty where as many as were asked for need no override.</param>
public sealed record Shortlist(
    IReadOnlyList<Candidate> Candidates, int Proposable, IReadOnlyList<RuleCount> ExcludedByRule, IEnumerable<ExcludedMentor> Excluded,
    IReadOnlyList<Widening> Widening)
{
    public const int UsualLength = 20;

    internal static Shortlist Of(MatchingBoard board, Ask ask, int take)
    {
        var packed = board.Packed.Of(ask);
        var survey = new Survey(packed, take);
        return new(
            [.. survey.Best.Select(best => board.Judge(ask, board.Mentors[best.Mentor]))],
            survey.Proposable,
            CountByRule(survey.Excluded, (rule, mentor) => board.SentenceOf(rule, ask, board.Mentors[mentor])),
            ExcludedFrom(board, ask, packed),
            survey.Eligible < take ? WideningOf(packed, board) : []);
    }

    private static RuleCount[] CountByRule(Tally excluded, Func<string, int, string> sentenceOf) =>
    [
        .. from rule in Enumerable.Range(0, BrokenRules.Count)
           where excluded[rule] > 0
           let code = BrokenRules.Codes[rule]
           orderby excluded[rule] descending, code
           select new RuleCount(code, MostCommon(excluded.SomeOf(rule).Select(mentor => sentenceOf(code, mentor))), excluded[rule]),
    ];

    internal static string MostCommon(IEnumerable<string> sentences) =>
        sentences.CountBy(it => it).OrderByDescending(count => count.Value).ThenBy(count => count.Key, StringComparer.Ordinal).First().Key;

    private static IEnumerable<ExcludedMentor> ExcludedFrom(MatchingBoard board, Ask ask, PackedAsk packed) =>
        from mentor in Enumerable.Range(0, board.Mentors.Count)
        let verdict = packed.Judge(mentor)
        where !verdict.IsAllowed
        let code = BrokenRules.Codes[(verdict.Broken & packed.Field.Bars).First()]
        select new ExcludedMentor(board.Mentors[mentor].Id, code, board.SentenceOf(code, ask, board.Mentors[mentor]));

    private static Widening[] WideningOf(PackedAsk ask, MatchingBoard board) =>
    [
        .. from rule in WidenedSearch.Adds(ask).Index()
           where rule.Item > 0
           let code = BrokenRules.Codes[rule.Index]
           orderby rule.Item descending, code
           select Matching.Widening.Of(code, rule.Item, ask.Ask.Request, board.Policy),
    ];
}
