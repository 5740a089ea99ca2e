using Mentorship.Domain;
using Mentorship.Domain.Members;
using Mentorship.Domain.Notices;
using Mentorship.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Mentorship.Infrastructure.Accounts;

/// <summary>Mails invitations and finds them again by their link, whichever community they are of; the caller saves.</summary>
internal sealed class Invitations(MentorshipDb db, CommunityScope scope, AccountMails mails, IClock clock)
{
    public void Mail(Actor by, string address, Roles roles, MemberId? member)
    {
        var token = OpaqueToken.New();
        var invitation = new Invitation(by.Community, by.Member, roles, member, token.Hash, clock.GetCurrentInstant());
        db.Add(invitation);
        mails.Add(NoticeKind.Invitation, address, token, invitation.EndsAt);
    }

    /// <summary>Enters the invitation's community as the service itself: the link is what lets its holder in.</summary>
    public async Task<Invitation> Open(string? token, CancellationToken cancellation)
    {
        var hash = OpaqueToken.HashOf(token) ?? throw new NotFound("invitation");
        var invitation = await db.Set<Invitation>().IgnoreQueryFilters([MentorshipDb.CommunityFilter])
            .FirstOrDefaultAsync(i => i.TokenHash == hash, cancellation) ?? throw new NotFound("invitation");
        scope.Enter(Actor.System(invitation.CommunityId));
        return invitation;
    }

    /// <summary>From here on the audit trail names the member.</summary>
    public void EnterAs(Member member) => scope.Enter(new Actor(member.CommunityId, member.Id, member.Roles));

    public Task<Member?> MemberOf(AccountId account, CancellationToken cancellation) =>
        db.Members.FirstOrDefaultAsync(m => m.AccountId == account, cancellation);

    /// <summary>The member of the community who is known by this address.</summary>
    public Task<Member?> MemberAt(IReadOnlyList<byte[]> emailHashes, CancellationToken cancellation) =>
        db.Members.FirstOrDefaultAsync(m => m.EmailHash != null && emailHashes.Contains(m.EmailHash), cancellation);
}
