namespace Mentorship.Domain.Matching;

/// <summary>How many mentors one rule excluded, with the sentence that holds for most of them.</summary>
public sealed record RuleCount(string Code, string Sentence, int Count);

/// <summary>A mentor who may not be proposed, and the first rule that says so.</summary>
public sealed record ExcludedMentor(MemberId Mentor, string Code, string Sentence);

/// <summary>The best candidates of one request, and why each other mentor is not among those who may be proposed.</summary>
/// <param name="Candidates">Best first; those who need an override after all who need none.</param>
/// <param name="Proposable">How many may be proposed in all, the candidates among them.</param>
/// <param name="ExcludedByRule">By the first rule that excluded, most first.</param>
/// <param name="Excluded">By id.</param>
public sealed record Shortlist(
    IReadOnlyList<Candidate> Candidates, int Proposable, IReadOnlyList<RuleCount> ExcludedByRule, IReadOnlyList<ExcludedMentor> Excluded)
{
    public const int UsualLength = 20;

    internal static Shortlist Of(IReadOnlyCollection<Candidate> judged, int take)
    {
        List<Candidate> proposable = [.. judged.Where(candidate => candidate.Bar is null).Order(Candidate.BestFirst)];
        ExcludedMentor[] excluded =
        [
            .. from candidate in judged
               let bar = candidate.Bar
               where bar is not null
               orderby candidate.Mentor.Value
               select new ExcludedMentor(candidate.Mentor, bar.Code, bar.Sentence),
        ];
        return new([.. proposable.Take(take)], proposable.Count, CountByRule(excluded), excluded);
    }

    private static RuleCount[] CountByRule(IEnumerable<ExcludedMentor> excluded) =>
    [
        .. excluded.GroupBy(mentor => mentor.Code)
            .Select(rule => new RuleCount(rule.Key, MostCommon(rule.Select(mentor => mentor.Sentence)), rule.Count()))
            .OrderByDescending(rule => rule.Count).ThenBy(rule => rule.Code, StringComparer.Ordinal),
    ];

    private static string MostCommon(IEnumerable<string> sentences) =>
        sentences.CountBy(it => it).OrderByDescending(count => count.Value).ThenBy(count => count.Key, StringComparer.Ordinal).First().Key;
}
