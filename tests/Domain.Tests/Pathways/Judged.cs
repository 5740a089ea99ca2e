using Mentorship.Domain.Pathways;
using NodaTime;

namespace Mentorship.Domain.Tests.Pathways;

/// <summary>Norms judged for a pair whose facts all permit, but for what a test changes.</summary>
internal static class Judged
{
    public static readonly NormFacts Fine = new(new LocalDate(2000, 1, 1), new LocalDate(2026, 3, 1), "woman", "woman", true, true);

    public static IReadOnlyList<NormFinding> All(string pathway, RelationshipKind kind, NormFacts facts) =>
        Norms.Judge(PathwayCatalogue.Current.Get(pathway), kind, facts);

    /// <summary>The one finding of a code as (effect, firmness); null when the norm was not applied.</summary>
    public static (Effect, Firmness)? One(string code, string pathway, RelationshipKind kind, NormFacts facts) =>
        All(pathway, kind, facts).SingleOrDefault(finding => finding.Code == code) is { } found ? (found.Effect, found.Firmness) : null;
}
