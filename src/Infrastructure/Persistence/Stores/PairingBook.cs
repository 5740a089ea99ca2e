using Mentorship.Domain;
using Mentorship.Domain.CheckIns;
using Mentorship.Domain.Pairings;
using Mentorship.Domain.Pathways;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Mentorship.Infrastructure.Persistence.Stores;

internal sealed class PairingBook(MentorshipDb db) : IPairingBook
{
    public async Task<IReadOnlyList<int>> TakenSlots(MemberId newcomer, string pathway, RelationshipKind kind, CancellationToken cancellation) =>
        await db.Pairings.Where(p => p.Newcomer == newcomer && p.Pathway == pathway && p.Kind == kind && p.Slot != null)
            .Select(p => p.Slot!.Value).ToListAsync(cancellation);

    public Task<int> IntroducedSlots(MemberId newcomer, string pathway, RelationshipKind kind, CancellationToken cancellation) =>
        db.Pairings.CountAsync(
            p => p.Newcomer == newcomer && p.Pathway == pathway && p.Kind == kind && p.Slot != null && p.IntroducedAt != null, cancellation);

    public async Task<IReadOnlyList<Pairing>> ProposedFor(RequestId request, CancellationToken cancellation) =>
        await db.Pairings.Where(p => p.Request == request && p.IsProposed == true).ToListAsync(cancellation);

    public async Task<IReadOnlyList<Pairing>> PastEnd(Instant now, int take, CancellationToken cancellation) =>
        await db.Pairings.Where(p => p.EndsAt <= now).OrderBy(p => p.EndsAt).Take(take).ToListAsync(cancellation);

    public async Task<IReadOnlyList<Pairing>> PastAnswer(Instant now, int take, CancellationToken cancellation) =>
        await db.Pairings.Where(p => (p.State == PairingState.Approved || p.State == PairingState.Declined) && p.AnswerBy < now)
            .OrderBy(p => p.AnswerBy).Take(take).ToListAsync(cancellation);

    public void Hold(Pairing pairing) => db.Hold(pairing);

    public async Task<IReadOnlyList<CheckInPlan>> RunningPlans(PairingId pairing, CancellationToken cancellation) =>
        await db.Plans.Where(p => p.Pairing == pairing && p.EndedAt == null).ToListAsync(cancellation);
}
