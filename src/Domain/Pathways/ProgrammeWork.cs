namespace Mentorship.Domain.Pathways;

/// <summary>The structured work of a pathway, in numbers only (8 principles and 12 steps): a community enters its own labels.</summary>
public sealed record ProgrammeWork(WorkKind Kind, int Count, int? Also, int? Levels)
{
    /// <summary>How many numbers there are, those of the second part after those of the first; 0 where it is not numbered.</summary>
    public int Numbers => Count + (Also ?? 0);
}
