using Mentorship.Domain;
using Mentorship.Domain.Progress;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Mentorship.Infrastructure.Persistence.Stores;

internal sealed class ProgressBook(MentorshipDb db, IVault vault) : IProgressBook
{
    public Task<PathwayProgress?> Of(MemberId member, string pathway, CancellationToken cancellation) =>
        db.Progress.FirstOrDefaultAsync(p => p.Member == member && p.Pathway == pathway, cancellation);

    public async Task<IReadOnlyList<PathwayProgress>> Due(Instant now, int take, CancellationToken cancellation)
    {
        var due = await db.Progress.Where(p => p.NextDueAt <= now).OrderBy(p => p.NextDueAt).Take(take).ToListAsync(cancellation);
        var members = due.Select(p => p.Member).ToList();
        await db.Members.Where(m => members.Contains(m.Id)).LoadAsync(cancellation); // else each would be asked for alone
        await vault.Fetch(members, cancellation);
        return due;
    }

    public Task<PersonalPlan?> PlanOf(MemberId member, CancellationToken cancellation) =>
        db.PersonalPlans.FirstOrDefaultAsync(p => p.Member == member, cancellation);

    public Task<int> GoalsOf(PairingId pairing, CancellationToken cancellation) => db.Goals.CountAsync(g => g.Pairing == pairing, cancellation);

    public Task<CarryOver?> CarryOverTo(PairingId pairing, CancellationToken cancellation) =>
        db.CarryOvers.FirstOrDefaultAsync(c => c.Pairing == pairing, cancellation);
}
