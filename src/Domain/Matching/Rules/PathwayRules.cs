using Mentorship.Domain.Pathways;

namespace Mentorship.Domain.Matching.Rules;

/// <summary>The pathway that the newcomer asks on, and its norms.</summary>
internal static class PathwayRules
{
    /// <summary>People with a difficulty of their own and families never match. Before the pathway, so that it can be told apart.</summary>
    public static readonly HardRule SharedAudience = new("audience-not-shared", Firmness.Strict, pair =>
        pair.Mentor.Pathways.Count == 0 || pair.Mentor.Pathways.Any(pair.Pathway.SharesAudienceWith) ? null
            : pair.Pathway.Audience == Audience.Family ? $"{pair.ThisMentor} follows no pathway for family and friends."
            : $"{pair.ThisMentor} follows only pathways for family and friends.");

    public static readonly HardRule SharedPathway = new("pathway-not-shared", Firmness.Strict, pair =>
        pair.SharePathway ? null : $"{pair.ThisMentor} does not follow this pathway.");

    /// <summary>What the pathway's norms find; nothing where the pathway is not shared, for they are norms among its own members.</summary>
    public static IReadOnlyList<NormFinding> Norms(Prospect pair) =>
        pair.SharePathway ? Pathways.Norms.Judge(pair.Pathway, pair.Request.Kind, FactsOf(pair)) : [];

    private static NormFacts FactsOf(Prospect pair) => new(
        pair.Mentor.Profile.RecoverySince, pair.Mentor.Today, pair.Mentor.Profile.Gender, pair.Newcomer.Profile.Gender,
        pair.Mentoring?.Offer.HasOwnMentor, pair.Mentoring?.Offer.ProgrammeWorked);
}
