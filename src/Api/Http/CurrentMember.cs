using System.Security.Claims;
using Mentorship.Domain;
using Mentorship.Domain.Members;
using Mentorship.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.Api.Http;

/// <summary>Who is calling, as a member of the community in the route; set by <see cref="MembershipFilter"/> before any handler runs.</summary>
internal sealed class CurrentMember(MentorshipDb db, CommunityScope scope)
{
    public Actor Actor => scope.Actor ?? throw new InvalidOperationException("This endpoint is outside a community.");

    /// <summary>Enters the community as the account's member there; a stranger learns nothing: <see cref="NotFound"/>.</summary>
    public async Task Enter(AccountId account, CommunityId community, CancellationToken cancellation)
    {
        scope.Enter(Actor.System(community));
        var member = await db.Members.AsNoTracking().Where(m => m.AccountId == account)
            .Select(m => new { m.Id, m.Roles }).FirstOrDefaultAsync(cancellation) ?? throw new NotFound("community");
        scope.Enter(new Actor(community, member.Id, member.Roles));
    }

    public static AccountId AccountOf(ClaimsPrincipal user) =>
        Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var id) ? new AccountId(id) : throw new NotFound("account");
}
