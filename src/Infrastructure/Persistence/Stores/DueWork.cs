using Mentorship.Domain;
using Mentorship.Domain.CheckIns;
using Mentorship.Domain.Pairings;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Mentorship.Infrastructure.Persistence.Stores;

/// <summary>The kinds of work that become due by time.</summary>
public enum Work
{
    CheckIns,
    Grace,
    Notices,
    Offers,
    Proposals,
}

/// <summary>
/// Which communities have work that is due: the only reads that look across communities, and they answer community ids alone.
/// </summary>
public sealed class DueWork(MentorshipDb db)
{
    public Task<List<CommunityId>> Communities(Work work, Instant now, CancellationToken cancellation) => (work switch
    {
        Work.CheckIns => Across<CheckInPlan>().Where(p => p.NextDueAt <= now).Select(p => p.CommunityId),
        Work.Grace => Across<CheckIn>().Where(c => (c.State == CheckInState.Sent || c.State == CheckInState.Scheduled) && c.AnswerBy < now).Select(c => c.CommunityId),
        Work.Notices => Across<Outbox.Notice>().Where(n => n.NextAttemptAt <= now).Select(n => n.CommunityId),
        Work.Offers => Across<Pairing>().Where(p => p.State == PairingState.Approved && p.AnswerBy < now).Select(p => p.CommunityId),
        Work.Proposals => Across<MentorRequest>().Where(r => r.State == RequestState.Open && r.NeedsProposal).Select(r => r.CommunityId),
        _ => throw new ArgumentOutOfRangeException(nameof(work)),
    }).Distinct().ToListAsync(cancellation);

    private IQueryable<T> Across<T>() where T : Entity => db.Set<T>().AsNoTracking().IgnoreQueryFilters([MentorshipDb.CommunityFilter]);
}
