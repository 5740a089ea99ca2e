using Mentorship.Domain;
using Mentorship.Domain.CheckIns;
using Mentorship.Domain.Notices;
using Mentorship.Domain.Time;
using Mentorship.Infrastructure.Persistence.Outbox;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Mentorship.Infrastructure.Persistence.Stores;

internal sealed class CheckInBook(MentorshipDb db) : ICheckInBook, IPlanBook
{
    public async Task<IReadOnlyList<CheckInPlan>> Due(Instant now, int take, CancellationToken cancellation) =>
        await db.Plans.TagWith(Claiming.Tag).Where(DueWork.IsDue(now)).OrderBy(p => p.NextDueAt).Take(take).ToListAsync(cancellation);

    public async Task<IReadOnlyList<CheckInPlan>> Ahead(Instant now, int take, CancellationToken cancellation) =>
        await db.Plans.Where(DueWork.IsAhead(now)).OrderBy(p => p.NextDueAt).ThenBy(p => p.Id).Take(take).ToListAsync(cancellation);

    public async Task<IReadOnlyList<CheckInPlan>> Misplaced(
        Instant now, int take, Action<PlanId, Exception> untold, CancellationToken cancellation)
    {
        var misplaced = new List<PlanId>();
        await foreach (var plan in db.Plans.AsNoTracking().Where(p => p.NextDueAt > now).AsAsyncEnumerable().WithCancellation(cancellation))
        {
            try
            {
                if (plan.FollowZone()) misplaced.Add(plan.Id);
            }
            catch (Exception failure)
            {
                untold(plan.Id, failure);
            }
            if (misplaced.Count == take) break;
        }
        return await db.Plans.Where(p => misplaced.Contains(p.Id)).ToListAsync(cancellation);
    }

    public async Task<IReadOnlyList<CheckIn>> PastGrace(Instant now, int take, CancellationToken cancellation) =>
        await db.CheckIns.Where(c => (c.State == CheckInState.Sent || c.State == CheckInState.Scheduled) && c.AnswerBy < now)
            .OrderBy(c => c.AnswerBy).Take(take).ToListAsync(cancellation);

    public async Task<IReadOnlyDictionary<CheckInId, ExcuseReason?>> Unreached(
        IReadOnlyCollection<CheckIn> checkIns, CancellationToken cancellation)
    {
        var ids = checkIns.Select(c => c.Id.Value).ToList();
        var left = await (
            from n in db.Notices.AsNoTracking()
            where ids.Contains(n.Subject) && n.State == NoticeState.Sent
            join m in db.Members on n.Recipient equals m.Id
            select new { n.Subject, n.Recipient, IsStopped = n.Channel == Channel.Sms ? !m.SmsNotices : !m.EmailNotices })
            .ToListAsync(cancellation);
        var stopped = left.ToLookup(n => (n.Subject, n.Recipient), n => n.IsStopped);
        var never = checkIns.Where(c => !HasLeft(c)).Select(c => c.Member).Distinct().ToList();
        var takeNone = await db.Members.Where(m => never.Contains(m.Id) && !m.EmailNotices && !m.SmsNotices)
            .Select(m => m.Id).ToHashSetAsync(cancellation);
        var unreached = new Dictionary<CheckInId, ExcuseReason?>();
        foreach (var checkIn in checkIns)
            if (HasLeft(checkIn) ? stopped[(checkIn.Id.Value, checkIn.Member)].All(s => s) : takeNone.Contains(checkIn.Member))
                unreached.Add(checkIn.Id, ExcuseReason.Stopped);
            else if (checkIn.State == CheckInState.Sent && !HasLeft(checkIn))
                unreached.Add(checkIn.Id, ExcuseReason.OutOfReach);
        return unreached;

        bool HasLeft(CheckIn checkIn) => stopped.Contains((checkIn.Id.Value, checkIn.Member));
    }

    public async Task<IReadOnlyDictionary<CheckInId, ExcuseReason?>> OnDaysOff(
        IReadOnlyCollection<CheckIn> checkIns, Action<CheckInId, Exception> untold, CancellationToken cancellation)
    {
        var daysOff = await DaysOffOf([.. checkIns.Select(c => c.Member).Distinct()], cancellation);
        var off = new Dictionary<CheckInId, ExcuseReason?>();
        if (daysOff.Count == 0) return off;
        var ids = checkIns.Where(c => daysOff.ContainsKey(c.Member)).Select(c => c.Plan).Distinct().ToList();
        var plans = await db.Plans.AsNoTracking().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, cancellation);
        foreach (var checkIn in checkIns)
            if (daysOff.TryGetValue(checkIn.Member, out var days) && Because(checkIn, days) is { } because) off.Add(checkIn.Id, because);
        return off;

        ExcuseReason? Because(CheckIn checkIn, DaysOff days)
        {
            try
            {
                return plans[checkIn.Plan].IsOff(checkIn, days) ? ExcuseReason.DayOff : null;
            }
            catch (Exception failure)
            {
                untold(checkIn.Id, failure);
                return ExcuseReason.Ours;
            }
        }
    }

    public Task<IReadOnlyDictionary<MemberId, DaysOff>> DaysOff(IReadOnlyCollection<CheckInPlan> plans, CancellationToken cancellation) =>
        DaysOffOf([.. plans.Select(p => p.Member).Distinct()], cancellation);

    public async Task<IReadOnlyList<CheckInPlan>> Running(MemberId member, CancellationToken cancellation) =>
        await db.Plans.Where(p => p.Member == member && p.EndedAt == null).ToListAsync(cancellation);

    public async Task Hold(MemberId member, CancellationToken cancellation)
    {
        foreach (var plan in await db.Plans.Where(p => p.Member == member && p.NextDueAt != null).ToListAsync(cancellation))
            db.Hold(plan);
    }

    public async Task<IReadOnlyList<CheckIn>> Unanswered(MemberId member, CancellationToken cancellation) =>
        await db.CheckIns.Where(c => c.Member == member && (c.State == CheckInState.Sent || c.State == CheckInState.Scheduled))
            .ToListAsync(cancellation);

    public async Task<IReadOnlyList<CheckIn>> Unanswered(PairingId pairing, CancellationToken cancellation) =>
        await db.CheckIns.Where(c => c.Pairing == pairing && (c.State == CheckInState.Sent || c.State == CheckInState.Scheduled))
            .ToListAsync(cancellation);

    public async Task<IReadOnlyList<CheckIn>> Unanswered(PlanId plan, CancellationToken cancellation) =>
        await db.CheckIns.Where(c => c.Plan == plan && (c.State == CheckInState.Sent || c.State == CheckInState.Scheduled))
            .ToListAsync(cancellation);

    public async Task<IReadOnlyList<Answer>> AnswersTo(CheckInId checkIn, CancellationToken cancellation) =>
        await db.Answers.Where(a => a.CheckIn == checkIn).ToListAsync(cancellation);

    private async Task<IReadOnlyDictionary<MemberId, DaysOff>> DaysOffOf(IReadOnlyCollection<MemberId> members, CancellationToken cancellation) =>
        await db.Members.AsNoTracking().Where(m => members.Contains(m.Id) && m.DaysOff != Domain.Time.DaysOff.None)
            .Select(m => new { m.Id, m.DaysOff }).ToDictionaryAsync(m => m.Id, m => m.DaysOff, cancellation);
}
