using NodaTime;

namespace Mentorship.Domain.Pathways;

/// <summary>The milestones of a pathway, as calendar lengths from the first day.</summary>
/// <param name="Once">Ascending.</param>
/// <param name="ThenEvery">One more each time this passes after the last; null for none.</param>
public sealed record MilestoneSet(string Id, IReadOnlyList<Period> Once, Period? ThenEvery);
