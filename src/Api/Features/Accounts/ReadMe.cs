using MediatR;
using Mentorship.Api.Pipeline;
using Mentorship.Domain;
using Mentorship.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.Api.Features.Accounts;

/// <summary>The signed-in account and the communities that it is a member of.</summary>
public sealed record ReadMe(AccountId Account) : IQuery<MeView>;

/// <param name="AccountId">The account.</param>
/// <param name="Memberships">One for each community, by its name.</param>
public sealed record MeView(Guid AccountId, IReadOnlyList<MembershipView> Memberships);

/// <param name="CommunityId">The community.</param>
/// <param name="Community">Its name.</param>
/// <param name="MemberId">Who you are there.</param>
/// <param name="DisplayName">What you are called there.</param>
/// <param name="Roles">newcomer, mentor, coordinator.</param>
public sealed record MembershipView(Guid CommunityId, string Community, Guid MemberId, string DisplayName, IReadOnlyList<string> Roles);

internal sealed class ReadMeHandler(MentorshipDb db) : IRequestHandler<ReadMe, MeView>
{
    public async Task<MeView> Handle(ReadMe query, CancellationToken cancellation)
    {
        // Across communities on purpose: it answers the caller's own members and nobody else's.
        var rows = await (
            from m in db.Members.AsNoTracking().IgnoreQueryFilters([MentorshipDb.CommunityFilter])
            where m.AccountId == query.Account
            join c in db.Communities on m.CommunityId equals c.Id
            orderby c.Name, c.Id
            select new { CommunityId = c.Id, c.Name, m.Id, m.DisplayName, m.Roles }).ToListAsync(cancellation);
        return new(query.Account.Value, [.. rows.Select(r =>
            new MembershipView(r.CommunityId.Value, r.Name, r.Id.Value, r.DisplayName, r.Roles.Words()))]);
    }
}
