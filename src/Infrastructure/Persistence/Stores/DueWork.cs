using System.Linq.Expressions;
using Mentorship.Domain;
using Mentorship.Domain.CheckIns;
using Mentorship.Domain.CheckIns.Ladder;
using Mentorship.Domain.Communities;
using Mentorship.Domain.Matching.Drafts;
using Mentorship.Domain.Notices;
using Mentorship.Domain.Pairings;
using Mentorship.Domain.Time;
using Mentorship.Infrastructure.Persistence.Outbox;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Mentorship.Infrastructure.Persistence.Stores;

/// <summary>The kinds of work that become due by time.</summary>
public enum Work
{
    CheckIns,
    Ahead,
    Grace,
    Ladder,
    UrgentNotices,
    Notices,
    UrgentTexts,
    Texts,
    Webhooks,
    Offers,
    Ends,
    Proposals,
    Allotments,
    KindWords,
    DueTimes,
}

/// <summary>
/// Which communities have work that is due: the only reads that look across communities, and they answer community ids alone.
/// Asked of each community in turn, so that every engine answers by an index that begins with the community, whatever it knows of the
/// table: SQLite, asked for the distinct communities of what is due, reads all there is.
/// </summary>
public sealed class DueWork(MentorshipDb db)
{
    public Task<List<CommunityId>> Communities(Work work, Instant now, CancellationToken cancellation) => Question(work, now).ToListAsync(cancellation);

    internal IQueryable<CommunityId> Question(Work work, Instant now) => work switch
    {
        Work.CheckIns => With(db.Plans.Where(IsDue(now))),
        Work.Ahead => With(db.Plans.Where(IsAhead(now))).Union(With(db.Silences.Where(WaitsTooLong(now)))),
        Work.Grace => With(db.CheckIns.Where(c => (c.State == CheckInState.Sent || c.State == CheckInState.Scheduled) && c.AnswerBy < now)),
        Work.Ladder => With(db.Silences.Where(s => s.NextAt <= now)).Union(With(
            db.CheckIns.Where(c => c.RepeatAt <= now && c.State == CheckInState.Sent))),
        Work.UrgentNotices => Waiting(db.NoticesBy(Channel.Email, urgent: true), now),
        Work.Notices => Waiting(db.NoticesBy(Channel.Email, urgent: false), now),
        Work.UrgentTexts => Waiting(db.NoticesBy(Channel.Sms, urgent: true), now),
        Work.Texts => Waiting(db.NoticesBy(Channel.Sms, urgent: false), now),
        Work.Webhooks => Waiting(db.WebhookMessages, now),
        Work.Offers => With(db.Pairings.Where(p => (p.State == PairingState.Approved || p.State == PairingState.Declined) && p.AnswerBy < now)),
        Work.Ends => With(db.Pairings.Where(p => p.EndsAt <= now)),
        Work.Proposals => With(db.Requests.Where(r => r.State == RequestState.Open && r.NeedsProposal)),
        Work.Allotments => With(db.Allotments.Where(d => d.State == DraftState.Waiting || (d.State == DraftState.Working && d.HeldUntil < now))),
        Work.KindWords => With(db.Progress.Where(p => p.NextDueAt <= now)),
        Work.DueTimes => All.Where(c => c.TzdbVersion != Zones.Version).Select(c => c.Id),
        _ => throw new ArgumentOutOfRangeException(nameof(work)),
    };

    /// <summary>What could not be taken is passed over until it is tried again; the rest is told by the index on the next due time.</summary>
    internal static Expression<Func<CheckInPlan, bool>> IsDue(Instant now) =>
        plan => plan.NextDueAt <= now && (plan.RetryAt == null || plan.RetryAt <= now);

    /// <summary>
    /// Only a clock that was ahead takes a date after tomorrow. A leap of up to a week makes up for itself, and is left out so that the index on the
    /// next due time leaves out most plans.
    /// </summary>
    internal static Expression<Func<CheckInPlan, bool>> IsAhead(Instant now)
    {
        var (tomorrow, inAWeek) = (now.InUtc().Date.PlusDays(1), now + MoreThanAWeek);
        return plan => plan.NextDueAt > inAWeek && plan.LastDate > tomorrow;
    }

    /// <summary>A silence is looked at each week at least (<see cref="Silence.LongestWait"/>).</summary>
    internal static Expression<Func<Silence, bool>> WaitsTooLong(Instant now)
    {
        var inAWeek = now + MoreThanAWeek;
        return silence => silence.NextAt > inAWeek;
    }

    private static readonly Duration MoreThanAWeek = Duration.FromDays(8);

    private IQueryable<Community> All => db.Communities.IgnoreQueryFilters([MentorshipDb.CommunityFilter]);

    private IQueryable<CommunityId> With<T>(IQueryable<T> due) where T : Entity =>
        All.Where(c => due.Any(e => e.CommunityId == c.Id)).Select(c => c.Id);

    /// <summary>
    /// By the first of each community, which stands at the front of its index. Asked whether there is any, PostgreSQL reads the rows in the order
    /// in which they were written, for most of them seem to be due; after an hour at which everyone is asked, that is past all that have left.
    /// </summary>
    private IQueryable<CommunityId> Waiting<T>(IQueryable<T> rows, Instant now) where T : Outgoing =>
        All.Where(c => rows.Where(r => r.CommunityId == c.Id && r.NextAttemptAt != null).Min(r => r.NextAttemptAt) <= now).Select(c => c.Id);
}
