using Mentorship.Domain;
using NodaTime;

namespace Mentorship.Infrastructure.Persistence.Outbox;

/// <summary>One line of the append-only audit trail: who, what, about which row, when. Never content.</summary>
public sealed class AuditEntry : Entity
{
    private AuditEntry() { }

    public AuditEntry(CommunityId community, MemberId? actor, DomainEvent happened, Instant at)
    {
        CommunityId = community;
        Id = AuditId.New();
        (Actor, Code, Subject, At) = (actor is { Value: var id } && id != default ? actor : null, happened.Code, happened.Subject, at);
    }

    public AuditId Id { get; private init; }

    /// <summary>Null when the service itself acted.</summary>
    public MemberId? Actor { get; private set; }

    public string Code { get; private set; } = "";
    public Guid Subject { get; private set; }
    public Instant At { get; private set; }
}
