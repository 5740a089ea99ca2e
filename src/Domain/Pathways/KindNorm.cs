namespace Mentorship.Domain.Pathways;

/// <summary>The pathway knows this kind of relationship.</summary>
internal static class KindNorm
{
    private const string Code = "norm-kind-offered";

    public static NormFinding NotOffered(Pathway pathway) => new(
        Code,
        Effect.Refuses,
        Firmness.Strict,
        $"{pathway.Name} does not have this kind of relationship: please choose another.");

    /// <summary>Warns only where no source says whether the pathway knows temporary contacts.</summary>
    public static NormFinding? Judge(Pathway pathway, RelationshipKind kind) =>
        kind == RelationshipKind.TemporaryContact && pathway.Customs.TemporaryContacts == TemporaryContacts.Unknown
            ? new(
                Code,
                Effect.Warns,
                Firmness.Custom,
                $"It is not known whether {pathway.Name} has temporary contacts: please ask there first.")
            : null;
}
