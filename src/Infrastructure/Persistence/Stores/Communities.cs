using Mentorship.Domain;
using Mentorship.Domain.Communities;
using Mentorship.Domain.Time;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.Infrastructure.Persistence.Stores;

internal sealed class Communities(MentorshipDb db, CommunityScope scope) : ICommunities
{
    public async Task<Community> Current(CancellationToken cancellation) =>
        await db.Communities.FindAsync([scope.Community], cancellation) ?? throw new NotFound("community");

    public async Task<IReadOnlyList<CommunityId>> All(CancellationToken cancellation) =>
        await db.Communities.Select(c => c.Id).ToListAsync(cancellation);

    public Task FollowZones(CancellationToken cancellation) =>
        db.Communities.Where(c => c.Id == scope.Community)
            .ExecuteUpdateAsync(c => c.SetProperty(x => x.TzdbVersion, Zones.Version), cancellation);

    public void Add(Community community)
    {
        scope.Enter(Actor.System(community.Id));
        db.Add(community);
    }
}
