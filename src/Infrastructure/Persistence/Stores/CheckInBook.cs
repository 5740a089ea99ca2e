using Mentorship.Domain;
using Mentorship.Domain.CheckIns;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Mentorship.Infrastructure.Persistence.Stores;

internal sealed class CheckInBook(MentorshipDb db) : ICheckInBook, IPlanBook
{
    public async Task<IReadOnlyList<CheckInPlan>> Due(Instant now, int take, CancellationToken cancellation) =>
        await db.Plans.TagWith(Claiming.Tag).Where(p => p.NextDueAt <= now).OrderBy(p => p.NextDueAt).Take(take).ToListAsync(cancellation);

    public async Task<IReadOnlyList<CheckInPlan>> Ahead(Instant now, int take, CancellationToken cancellation) =>
        await db.Plans.Where(DueWork.IsAhead(now)).Take(take).ToListAsync(cancellation);

    public async Task<IReadOnlyList<CheckIn>> PastGrace(Instant now, int take, CancellationToken cancellation) =>
        await db.CheckIns.Where(c => (c.State == CheckInState.Sent || c.State == CheckInState.Scheduled) && c.AnswerBy < now)
            .OrderBy(c => c.AnswerBy).Take(take).ToListAsync(cancellation);

    public async Task<IReadOnlySet<MemberId>> WithoutEmail(IReadOnlyCollection<MemberId> members, CancellationToken cancellation) =>
        await db.Members.Where(m => members.Contains(m.Id) && !m.EmailNotices && !m.SmsNotices)
            .Select(m => m.Id).ToHashSetAsync(cancellation);

    public async Task<IReadOnlySet<CheckInId>> OnDaysOff(IReadOnlyCollection<CheckIn> checkIns, CancellationToken cancellation)
    {
        var ids = checkIns.Select(c => c.Plan).Distinct().ToList();
        var plans = await db.Plans.AsNoTracking().Where(p => ids.Contains(p.Id) && p.DaysOff != DaysOff.None).ToDictionaryAsync(p => p.Id, cancellation);
        return checkIns.Where(c => plans.TryGetValue(c.Plan, out var plan) && plan.IsOff(c)).Select(c => c.Id).ToHashSet();
    }

    public async Task<IReadOnlyList<CheckIn>> Unanswered(PairingId pairing, CancellationToken cancellation) =>
        await db.CheckIns.Where(c => c.Pairing == pairing && (c.State == CheckInState.Sent || c.State == CheckInState.Scheduled))
            .ToListAsync(cancellation);

    public async Task<IReadOnlyList<CheckIn>> Unanswered(PlanId plan, CancellationToken cancellation) =>
        await db.CheckIns.Where(c => c.Plan == plan && (c.State == CheckInState.Sent || c.State == CheckInState.Scheduled))
            .ToListAsync(cancellation);

    public async Task<IReadOnlyList<Answer>> AnswersTo(CheckInId checkIn, CancellationToken cancellation) =>
        await db.Answers.Where(a => a.CheckIn == checkIn).ToListAsync(cancellation);
}
