using Mentorship.Domain;
using Mentorship.Domain.Members;

namespace Mentorship.Infrastructure.Persistence.Outbox;

/// <summary>What a sender needs to know of a member: by which ways they are told, and where.</summary>
public sealed record Recipient(MemberId Id, bool EmailNotices, ContactDetails Contact);
