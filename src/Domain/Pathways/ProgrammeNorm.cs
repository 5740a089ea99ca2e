namespace Mentorship.Domain.Pathways;

/// <summary>
/// The mentor has worked the pathway's programme. Required: only a stated yes permits. Expected, further along, experience: a stated no
/// warns. Helpful or none: never judged.
/// </summary>
internal static class ProgrammeNorm
{
    private const string Code = "norm-programme-worked";

    public static NormFinding? Judge(Pathway pathway, RelationshipKind kind, NormFacts facts)
    {
        var rule = pathway.ProgrammeWorkedFor(kind);
        if (!IsJudged(rule))
        {
            return null;
        }
        var firmness = FirmnessOf(rule);
        return new(Code, StatedFact.Judge(facts.ProgrammeWorked, firmness), firmness,
            NormSentence.Of(pathway, firmness, Asked(pathway, kind), StatedFact.InWords(facts.ProgrammeWorked)));
    }

    public static NormText? Text(Pathway pathway, RelationshipKind kind)
    {
        var rule = pathway.ProgrammeWorkedFor(kind);
        return IsJudged(rule) ? NormSentence.Text(pathway, Code, FirmnessOf(rule), Asked(pathway, kind)) : null;
    }

    private static bool IsJudged(ProgrammeWorked rule) => rule is not (ProgrammeWorked.None or ProgrammeWorked.Helpful);

    private static Firmness FirmnessOf(ProgrammeWorked rule) => rule == ProgrammeWorked.Required ? Firmness.Strict : Firmness.Custom;

    private static string Asked(Pathway pathway, RelationshipKind kind) =>
        $"the {pathway.Words(kind).Mentor} {Asked(pathway.ProgrammeWorkedFor(kind))}";

    private static string Asked(ProgrammeWorked rule) => rule switch
    {
        ProgrammeWorked.FurtherAlong => "is further along in the programme",
        ProgrammeWorked.Experience => "has experience of the programme",
        _ => "has worked the programme",
    };
}
