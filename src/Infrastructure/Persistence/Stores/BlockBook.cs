using Mentorship.Domain;
using Mentorship.Domain.Pairings;
using Mentorship.Domain.Safety;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.Infrastructure.Persistence.Stores;

internal sealed class BlockBook(MentorshipDb db) : IBlockBook
{
    public Task<Block?> Find(MemberId by, MemberId against, BlockReason reason, CancellationToken cancellation) =>
        db.Blocks.FirstOrDefaultAsync(b => b.By == by && b.Against == against && b.Reason == reason, cancellation);

    public async Task<IReadOnlyList<Pairing>> OffersBetween(MemberId one, MemberId other, CancellationToken cancellation) =>
        await db.Pairings.Where(p => p.State == PairingState.Approved
                && ((p.Mentor == one && p.Newcomer == other) || (p.Mentor == other && p.Newcomer == one)))
            .ToListAsync(cancellation);

    public async Task HoldBoth(MemberId one, MemberId other, CancellationToken cancellation)
    {
        foreach (var member in await db.Members.Where(m => m.Id == one || m.Id == other).ToListAsync(cancellation))
            db.Entry(member).Property(m => m.Version).IsModified = true;
    }

    public void Remove(Block block) => db.Remove(block);
}
