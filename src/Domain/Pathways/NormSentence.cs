namespace Mentorship.Domain.Pathways;

/// <summary>The one line of a finding: who asks, what is asked, and how it stands here.</summary>
internal static class NormSentence
{
    public static string Of(Pathway pathway, Firmness firmness, string asked, string stands) =>
        $"{Asks(pathway, firmness)} {asked}: {stands}.";

    public static NormText Text(Pathway pathway, string code, Firmness firmness, string asked) =>
        new(code, firmness, $"{Asks(pathway, firmness)} {asked}.");

    private static string Asks(Pathway pathway, Firmness firmness) => firmness switch
    {
        Firmness.Strict => $"{pathway.Name} requires that",
        Firmness.Literature => $"The literature of {pathway.Name} suggests that",
        _ => $"By custom in {pathway.Name},",
    };
}
