namespace Mentorship.Domain.Pathways;

/// <summary>The structured work of a pathway, in numbers only (8 principles and 12 steps): a community enters its own labels.</summary>
public sealed record ProgrammeWork(WorkKind Kind, int Count, int? Also, int? Levels);
