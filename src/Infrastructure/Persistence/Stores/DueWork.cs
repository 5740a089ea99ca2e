using System.Linq.Expressions;
using Mentorship.Domain;
using Mentorship.Domain.CheckIns;
using Mentorship.Domain.CheckIns.Ladder;
using Mentorship.Domain.Communities;
using Mentorship.Domain.Matching.Drafts;
using Mentorship.Domain.Notices;
using Mentorship.Domain.Pairings;
using Mentorship.Domain.Time;
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
    public Task<List<CommunityId>> Communities(Work work, Instant now, CancellationToken cancellation) => (work switch
    {
        Work.CheckIns => With(db.Plans.Where(p => p.NextDueAt <= now)),
        Work.Ahead => With(db.Plans.Where(IsAhead(now))).Union(With(db.Silences.Where(WaitsTooLong(now)))),
        Work.Grace => With(db.CheckIns.Where(c => (c.State == CheckInState.Sent || c.State == CheckInState.Scheduled) && c.AnswerBy < now)),
        Work.Ladder => With(db.Silences.Where(s => s.NextAt <= now)).Union(With(
            db.CheckIns.Where(c => c.RepeatAt <= now && c.State == CheckInState.Sent))),
        Work.UrgentNotices => With(db.Notices.Where(n => n.Channel == Channel.Email && n.IsUrgent && n.NextAttemptAt <= now)),
        Work.Notices => With(db.Notices.Where(n => n.Channel == Channel.Email && !n.IsUrgent && n.NextAttemptAt <= now)),
        Work.UrgentTexts => With(db.Notices.Where(n => n.Channel == Channel.Sms && n.IsUrgent && n.NextAttemptAt <= now)),
        Work.Texts => With(db.Notices.Where(n => n.Channel == Channel.Sms && !n.IsUrgent && n.NextAttemptAt <= now)),
        Work.Webhooks => With(db.WebhookMessages.Where(m => m.NextAttemptAt <= now)),
        Work.Offers => With(db.Pairings.Where(p => (p.State == PairingState.Approved || p.State == PairingState.Declined) && p.AnswerBy < now)),
        Work.Ends => With(db.Pairings.Where(p => p.EndsAt <= now)),
        Work.Proposals => With(db.Requests.Where(r => r.State == RequestState.Open && r.NeedsProposal)),
        Work.Allotments => With(db.Allotments.Where(d => d.State == DraftState.Waiting || (d.State == DraftState.Working && d.HeldUntil < now))),
        Work.KindWords => With(db.Progress.Where(p => p.NextDueAt <= now)),
        Work.DueTimes => All.Where(c => c.TzdbVersion != Zones.Version).Select(c => c.Id),
        _ => throw new ArgumentOutOfRangeException(nameof(work)),
    }).ToListAsync(cancellation);

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
}
