using Mentorship.Domain;
using Mentorship.Domain.Members;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.Infrastructure.Persistence.Stores;

internal sealed class MemberBook(MentorshipDb db) : IMemberBook
{
    public async Task<IReadOnlyList<Member>> ByEmailHashes(IReadOnlyCollection<byte[]> hashes, CancellationToken cancellation)
    {
        var members = await db.Members.Where(m => m.EmailHash != null && hashes.Contains(m.EmailHash)).ToListAsync(cancellation);
        var ids = members.Select(m => m.Id).ToList();
        await db.MemberKeys.Where(k => ids.Contains(k.Member)).LoadAsync(cancellation); // one question instead of one for each member
        return members;
    }

    public async Task<IReadOnlyList<MemberId>> Coordinators(CancellationToken cancellation) =>
        await db.Members.Where(m => WithCoordinator.Contains(m.Roles)).Select(m => m.Id).ToListAsync(cancellation);

    // Roles are stored as words, so that one of them is asked for by every set that it is in.
    private static readonly List<Roles> WithCoordinator =
        [.. Enumerable.Range(0, 2 * (int)Roles.Coordinator).Select(set => (Roles)set).Where(set => set.HasFlag(Roles.Coordinator))];
}
