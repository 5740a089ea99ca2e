using Mentorship.Domain;
using Mentorship.Domain.CheckIns;
using Mentorship.Domain.Matching.Drafts;
using Mentorship.Domain.Pairings;
using Mentorship.Domain.Progress;

namespace Mentorship.Infrastructure.Persistence.Stores;

/// <summary>Loads an aggregate of the community that was entered by its id.</summary>
internal sealed class Store<TEntity, TId>(MentorshipDb db, CommunityScope scope) : IStore<TEntity, TId>
    where TEntity : Entity where TId : struct
{
    public async Task<TEntity> Get(TId id, CancellationToken cancellation) =>
        await db.Set<TEntity>().FindAsync([scope.Community, id], cancellation) ?? throw new NotFound(Name());

    public void Add(TEntity entity) => db.Add(entity);

    /// <summary>The word that people read.</summary>
    private static string Name() => typeof(TEntity).Name switch
    {
        nameof(MentorRequest) => "request",
        nameof(CheckIn) => "check-in",
        nameof(CheckInPlan) => "plan",
        nameof(PathwayProgress) => "progress",
        nameof(AllotmentDraft) => "allotment",
        var name => name.ToLowerInvariant(),
    };
}
