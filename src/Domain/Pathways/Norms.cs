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

    /// <summary>
    /// What the pathway asks of a pair of this kind, in the order of <see cref="Judge"/>; nothing for a kind that it does not offer.
    /// </summary>
    public static IReadOnlyList<NormText> Texts(Pathway pathway, RelationshipKind kind)
    {
        if (!pathway.OffersKind(kind))
        {
            return [];
        }
        NormText?[] texts =
        [
            TimeNorm.Text(pathway, kind),
            ProgrammeNorm.Text(pathway, kind),
            OwnMentorNorm.Text(pathway, kind),
            GenderNorm.Text(pathway, kind),
        ];
        return [.. texts.OfType<NormText>()];
    }
}
