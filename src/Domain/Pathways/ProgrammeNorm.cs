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
        if (rule is ProgrammeWorked.None or ProgrammeWorked.Helpful)
        {
            return null;
        }
        var firmness = rule == ProgrammeWorked.Required ? Firmness.Strict : Firmness.Custom;
        var asked = $"the {pathway.Words(kind).Mentor} {Asked(rule)}";
        return new(Code, StatedFact.Judge(facts.ProgrammeWorked, firmness), firmness,
            NormSentence.Of(pathway, firmness, asked, StatedFact.InWords(facts.ProgrammeWorked)));
    }

    private static string Asked(ProgrammeWorked rule) => rule switch
    {
        ProgrammeWorked.FurtherAlong => "is further along in the programme",
        ProgrammeWorked.Experience => "has experience of the programme",
        _ => "has worked the programme",
    };
}
