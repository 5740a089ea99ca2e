using Mentorship.Domain;
using Mentorship.Domain.Members;
using Mentorship.Domain.Time;

namespace Mentorship.Infrastructure.Persistence.Outbox;

/// <summary>What a sender needs to know of a member: by which ways they are told, and where.</summary>
/// <param name="Id">The member.</param>
/// <param name="EmailNotices">Whether notices go to them by e-mail.</param>
/// <param name="SmsNotices">Whether notices go to their telephone.</param>
/// <param name="PhoneHash">The number that they agreed for, as a keyed hash.</param>
/// <param name="Contact">Where they are reached, sealed.</param>
/// <param name="Quiet">When what can wait is not sent to them.</param>
/// <param name="ZoneId">The IANA zone of their clock.</param>
public sealed record Recipient(
    MemberId Id, bool EmailNotices, bool SmsNotices, byte[]? PhoneHash, ContactDetails Contact, QuietHours Quiet, string ZoneId);
