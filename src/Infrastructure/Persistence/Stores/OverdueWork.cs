using Mentorship.Domain;
using Mentorship.Domain.Notices;
using Mentorship.Infrastructure.Persistence.Outbox;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Mentorship.Infrastructure.Persistence.Stores;

/// <summary>How many plans and notices are late, of all communities together.</summary>
public readonly record struct Lateness(int Plans, int Notices)
{
    public bool Any => Plans + Notices > 0;
}

/// <summary>Counts what is late, community by community for the reason told at <see cref="DueWork"/>; a count names nobody.</summary>
public sealed class OverdueWork(MentorshipDb db)
{
    /// <summary>Plans that were due by <paramref name="plansBy"/> and are not taken; notices that should have left by <paramref name="noticesBy"/>.</summary>
    public async Task<Lateness> Count(Instant plansBy, Instant noticesBy, CancellationToken cancellation) => new(
        await Sum(db.Plans.Where(p => p.NextDueAt <= plansBy), cancellation),
        // The first attempt of one that was held back on purpose is not late, whenever it was made; one that is tried again is.
        await Sum(db.Notices.Where(n => n.NextAttemptAt != null && (n.NextAttemptAt <= noticesBy || (n.Attempts > 1 && n.CreatedAt <= noticesBy))), cancellation));

    /// <summary>
    /// A channel works again: what was put back while it did not is due at once. What a sender holds is left alone, for its lease ends
    /// sooner than <paramref name="beyond"/>.
    /// </summary>
    public Task<int> Release(Channel channel, Instant now, Instant beyond, CancellationToken cancellation) =>
        db.Notices.IgnoreQueryFilters([MentorshipDb.CommunityFilter])
            .Where(n => n.Channel == channel && n.State == NoticeState.Waiting && n.NextAttemptAt > beyond && n.Attempts > 0)
            .ExecuteUpdateAsync(n => n.SetProperty(x => x.NextAttemptAt, now), cancellation);

    private async Task<int> Sum<T>(IQueryable<T> late, CancellationToken cancellation) where T : Entity =>
        (await db.Communities.IgnoreQueryFilters([MentorshipDb.CommunityFilter])
            .Select(c => late.Count(e => e.CommunityId == c.Id)).ToListAsync(cancellation)).Sum();
}
