namespace Mentorship.Domain;

/// <summary>A row of one community that guards its own rules.</summary>
public abstract class Entity
{
    /// <summary>The tenant boundary: every read and write is inside one community.</summary>
    public CommunityId CommunityId { get; protected init; }

    /// <summary>Counts saved changes: guards against lost updates and is the ETag of what can be edited.</summary>
    public int Version { get; private set; }
}
