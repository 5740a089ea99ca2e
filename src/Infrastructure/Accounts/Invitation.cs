using Mentorship.Domain;
using Mentorship.Domain.Members;
using NodaTime;

namespace Mentorship.Infrastructure.Accounts;

/// <summary>
/// A way into one community, for whoever holds its mailed link, once: as a member who is known from a list, or as a new one.
/// It keeps no address.
/// </summary>
internal sealed class Invitation : Entity
{
    public static readonly Duration Life = Duration.FromDays(14);

    private Invitation() { }

    public Invitation(CommunityId community, MemberId by, Roles roles, MemberId? member, byte[] tokenHash, Instant now)
    {
        CommunityId = community;
        Id = InvitationId.New();
        (By, Roles, Member, TokenHash, EndsAt) = (by, roles, member, tokenHash, now + Life);
        Raise("member-invited", Id.Value);
    }

    public InvitationId Id { get; private init; }

    /// <summary>The coordinator who invited.</summary>
    public MemberId By { get; private init; }

    public Roles Roles { get; private init; }

    /// <summary>The imported member that the account becomes; null for somebody new.</summary>
    public MemberId? Member { get; private init; }

    public byte[] TokenHash { get; private init; } = [];
    public Instant EndsAt { get; private init; }
    public Instant? AcceptedAt { get; private set; }
    public AccountId? AcceptedBy { get; private set; }

    public bool IsOpen(Instant now) => AcceptedAt is null && now < EndsAt;

    /// <summary>Throws <c>invitation-used</c> or <c>invitation-expired</c>.</summary>
    public void Accept(AccountId account, Instant now)
    {
        if (AcceptedAt is not null) throw new RuleBroken("invitation-used", "This invitation was used before.");
        if (now >= EndsAt) throw new RuleBroken("invitation-expired", "This invitation is too old. Ask for a new one.");
        (AcceptedAt, AcceptedBy) = (now, account);
        Raise("invitation-accepted", Id.Value);
    }
}
