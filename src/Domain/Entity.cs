namespace Mentorship.Domain;

/// <summary>A row of one community that guards its own rules; what happened to it is collected until the save.</summary>
public abstract class Entity
{
    private readonly List<DomainEvent> _events = [];

    /// <summary>The tenant boundary: every read and write is inside one community.</summary>
    public CommunityId CommunityId { get; protected init; }

    /// <summary>Counts saved changes: guards against lost updates and is the ETag of what can be edited.</summary>
    public int Version { get; private set; }

    /// <summary>Throws <see cref="StaleVersion"/> unless <paramref name="version"/> is the stored one; null asks for no check.</summary>
    public void MustBeAt(int? version)
    {
        if (version is { } expected && expected != Version) throw new StaleVersion();
    }

    public IReadOnlyList<DomainEvent> Events => _events;

    /// <summary>Forgets what was told; called once the rows that tell it are in the same transaction.</summary>
    public void ClearEvents() => _events.Clear();

    protected void Raise(string code, Guid subject, params Telling[] tells) => _events.Add(new DomainEvent(code, subject, tells));
}
