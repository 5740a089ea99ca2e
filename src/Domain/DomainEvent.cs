using Mentorship.Domain.Notices;

namespace Mentorship.Domain;

/// <summary>Something that happened to a row: one line of the audit trail by its kebab-case code, and the people who are told of it. Ids and codes only.</summary>
public sealed record DomainEvent(string Code, Guid Subject, IReadOnlyList<Telling> Tells);

/// <summary>One member is told one thing; the outbox keeps it unique on subject, kind and member.</summary>
public sealed record Telling(MemberId To, NoticeKind Kind);
