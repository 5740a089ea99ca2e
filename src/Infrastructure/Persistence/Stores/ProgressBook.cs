using Mentorship.Domain;
using Mentorship.Domain.Progress;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Mentorship.Infrastructure.Persistence.Stores;

internal sealed class ProgressBook(MentorshipDb db) : IProgressBook
{
    public Task<PathwayProgress?> Of(MemberId member, string pathway, CancellationToken cancellation) =>
        db.Progress.FirstOrDefaultAsync(p => p.Member == member && p.Pathway == pathway, cancellation);

    public async Task<IReadOnlyList<PathwayProgress>> Due(Instant now, int take, CancellationToken cancellation)
    {
        var due = await db.Progress.Where(p => p.NextDueAt <= now).OrderBy(p => p.NextDueAt).Take(take).ToListAsync(cancellation);
        var members = due.Select(p => p.Member).ToList();
        // Two questions for all, in place of two for each: who they are, and their keys.
        await db.Members.Where(m => members.Contains(m.Id)).LoadAsync(cancellation);
        await db.MemberKeys.Where(k => members.Contains(k.Member)).LoadAsync(cancellation);
        return due;
    }

    public Task<PersonalPlan?> PlanOf(MemberId member, CancellationToken cancellation) =>
        db.PersonalPlans.FirstOrDefaultAsync(p => p.Member == member, cancellation);

    public Task<int> GoalsOf(PairingId pairing, CancellationToken cancellation) => db.Goals.CountAsync(g => g.Pairing == pairing, cancellation);

    public Task<CarryOver?> CarryOverTo(PairingId pairing, CancellationToken cancellation) =>
        db.CarryOvers.FirstOrDefaultAsync(c => c.Pairing == pairing, cancellation);
}
