namespace Mentorship.Domain.Pathways;

/// <summary>The words of a pathway; <see cref="Pathway.Words"/> chooses among them.</summary>
/// <param name="Mentors">For the pathway's own mentor: what <see cref="RelationshipKind.Sponsor"/> is called there.</param>
/// <param name="Partners">Its own words for peers; null where "accountability partner" serves.</param>
/// <param name="AlsoCalled">Other roles that members know, to be recognised and never to be assigned.</param>
/// <param name="Forbidden">What no screen or message shown to a member contains, in any case and inside longer words.</param>
public sealed record Vocabulary(Words Mentors, Words? Partners, IReadOnlyList<string> AlsoCalled, IReadOnlyList<string> Forbidden);
