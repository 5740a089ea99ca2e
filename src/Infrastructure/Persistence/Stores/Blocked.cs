using Mentorship.Domain;
using Mentorship.Domain.Safety;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.Infrastructure.Persistence.Stores;

/// <summary>
/// Between whom a block stands: neither is shown anything of the other, also where one of them coordinates. A conflict that coordinators
/// declared is none.
/// </summary>
internal static class Blocked
{
    public static IQueryable<Block> BlocksOf(this MentorshipDb db, IReadOnlyCollection<MemberId> members) => db.Blocks.AsNoTracking()
        .Where(b => b.Reason == BlockReason.Block && (members.Contains(b.By) || members.Contains(b.Against)));

    /// <summary>Whom this member blocked, and who blocked them: few.</summary>
    public static async Task<IReadOnlyList<MemberId>> KeptFrom(this MentorshipDb db, MemberId member, CancellationToken cancellation) =>
        await db.BlocksOf([member]).Select(b => b.By == member ? b.Against : b.By).ToListAsync(cancellation);
}
