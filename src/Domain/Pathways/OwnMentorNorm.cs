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
        var firmness = rule == OwnMentor.Required ? Firmness.Strict : Firmness.Custom;
        var own = pathway.Words(RelationshipKind.Sponsor).Mentor;
        var asked = $"the {pathway.Words(kind).Mentor} has a {own} of their own";
        return new(Code, StatedFact.Judge(facts.MentorHasMentor, firmness), firmness,
            NormSentence.Of(pathway, firmness, asked, StatedFact.InWords(facts.MentorHasMentor)));
    }
}
