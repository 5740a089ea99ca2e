namespace Mentorship.Domain.Pathways;

/// <summary>The mentor has a mentor of their own. Required: only a stated yes permits. A custom: a stated no warns.</summary>
internal static class OwnMentorNorm
{
    private const string Code = "norm-own-mentor";

    public static NormFinding? Judge(Pathway pathway, RelationshipKind kind, NormFacts facts)
    {
        var rule = pathway.OwnMentorFor(kind);
        if (rule == OwnMentor.None)
        {
            return null;
        }
        var firmness = FirmnessOf(rule);
        return new(Code, StatedFact.Judge(facts.MentorHasMentor, firmness), firmness,
            NormSentence.Of(pathway, firmness, Asked(pathway, kind), StatedFact.InWords(facts.MentorHasMentor)));
    }

    public static NormText? Text(Pathway pathway, RelationshipKind kind)
    {
        var rule = pathway.OwnMentorFor(kind);
        return rule == OwnMentor.None ? null : NormSentence.Text(pathway, Code, FirmnessOf(rule), Asked(pathway, kind));
    }

    private static Firmness FirmnessOf(OwnMentor rule) => rule == OwnMentor.Required ? Firmness.Strict : Firmness.Custom;

    private static string Asked(Pathway pathway, RelationshipKind kind) =>
        $"the {pathway.Words(kind).Mentor} has a {pathway.Words(RelationshipKind.Sponsor).Mentor} of their own";
}
