using Mentorship.Domain;
using Mentorship.Domain.Pairings;
using Mentorship.Domain.Safety;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.Infrastructure.Persistence.Stores;

internal sealed class BlockBook(MentorshipDb db) : IBlockBook
{
    public Task<Block?> Find(MemberId by, MemberId against, BlockReason reason, CancellationToken cancellation) =>
        db.Blocks.FirstOrDefaultAsync(b => b.By == by && b.Against == against && b.Reason == reason, cancellation);

    public async Task<bool> IsBetween(MemberId one, MemberId other, CancellationToken cancellation) =>
        (await db.KeptFrom(one, cancellation)).Contains(other);

    public async Task<IReadOnlyList<Pairing>> OffersBetween(MemberId one, MemberId other, CancellationToken cancellation) =>
        await Between(one, other).Where(p => p.State == PairingState.Approved).ToListAsync(cancellation);

    public async Task<IReadOnlyList<Pairing>> RunningBetween(MemberId one, MemberId other, CancellationToken cancellation) =>
        await Between(one, other).Where(p => p.IntroducedAt != null && p.ClosedAt == null).ToListAsync(cancellation);

    public async Task HoldBoth(MemberId one, MemberId other, CancellationToken cancellation)
    {
        foreach (var member in await db.Members.Where(m => m.Id == one || m.Id == other).ToListAsync(cancellation))
            db.Hold(member);
    }

    public void Remove(Block block) => db.Remove(block);

    private IQueryable<Pairing> Between(MemberId one, MemberId other) =>
        db.Pairings.Where(p => (p.Mentor == one && p.Newcomer == other) || (p.Mentor == other && p.Newcomer == one));
}
