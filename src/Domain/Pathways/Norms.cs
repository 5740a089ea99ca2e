namespace Mentorship.Domain.Pathways;

/// <summary>
/// What a pathway's norms say of one pair, in the pathway's words. Strict norms and minimum times refuse what is not stated; a custom is
/// not held against what nobody has said.
/// </summary>
public static class Norms
{
    /// <summary>
    /// One finding a norm that applies, in a fixed order. A kind that the pathway does not offer is refused, and then nothing else is
    /// judged.
    /// </summary>
    public static IReadOnlyList<NormFinding> Judge(Pathway pathway, RelationshipKind kind, NormFacts facts)
    {
        if (!pathway.OffersKind(kind))
        {
            return [KindNorm.NotOffered(pathway)];
        }
        NormFinding?[] findings =
        [
            KindNorm.Judge(pathway, kind),
            TimeNorm.Judge(pathway, kind, facts),
            ProgrammeNorm.Judge(pathway, kind, facts),
            OwnMentorNorm.Judge(pathway, kind, facts),
            GenderNorm.Judge(pathway, kind, facts),
        ];
        return [.. findings.OfType<NormFinding>()];
    }
}
