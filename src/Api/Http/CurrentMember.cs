using System.Security.Claims;
using Mentorship.Domain;
using Mentorship.Infrastructure.Accounts;
using Mentorship.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.Api.Http;

/// <summary>Who is calling, as a member of the community in the route; set by <see cref="MembershipFilter"/> before any handler runs.</summary>
internal sealed class CurrentMember(MentorshipDb db, CommunityScope scope, BriefMemory<(AccountId, CommunityId), Actor> memory)
{
    public Actor Actor => scope.Actor ?? throw new InvalidOperationException("This endpoint is outside a community.");

    /// <summary>Enters the community as the account's member there; a stranger learns nothing: <see cref="NotFound"/>.</summary>
    public async Task Enter(AccountId account, CommunityId community, CancellationToken cancellation)
    {
        scope.Enter(Actor.System(community));
        scope.Enter(await memory.Get((account, community), () => MemberOf(account, community, cancellation)) ?? throw new NotFound("community"));
    }

    private Task<Actor?> MemberOf(AccountId account, CommunityId community, CancellationToken cancellation) =>
        db.Members.AsNoTracking().Where(m => m.AccountId == account)
            .Select(m => new Actor(community, m.Id, m.Roles)).FirstOrDefaultAsync(cancellation);

    public static AccountId AccountOf(ClaimsPrincipal user) =>
        Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var id) ? new AccountId(id) : throw new NotFound("account");
}
