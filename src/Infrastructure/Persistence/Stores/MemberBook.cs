using Mentorship.Domain;
using Mentorship.Domain.Members;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.Infrastructure.Persistence.Stores;

internal sealed class MemberBook(MentorshipDb db, IVault vault) : IMemberBook
{
    public async Task<IReadOnlyList<Member>> ByEmailHashes(IReadOnlyCollection<byte[]> hashes, CancellationToken cancellation)
    {
        var members = await db.Members.Where(m => m.EmailHash != null && hashes.Contains(m.EmailHash)).ToListAsync(cancellation);
        await vault.Fetch([.. members.Select(m => m.Id)], cancellation);
        return members;
    }

    public async Task<IReadOnlyDictionary<MemberId, IReadOnlyList<MemberId>>> CoordinatorsFor(
        IReadOnlyCollection<MemberId> about, CancellationToken cancellation)
    {
        if (about.Count == 0) return new Dictionary<MemberId, IReadOnlyList<MemberId>>();
        var coordinators = await db.Members.Where(m => WithCoordinator.Contains(m.Roles)).Select(m => m.Id).ToListAsync(cancellation);
        var blocks = await db.BlocksOf(about).Select(b => new { b.By, b.Against }).ToListAsync(cancellation);
        var apart = blocks.SelectMany(b => new[] { (b.By, b.Against), (b.Against, b.By) }).ToHashSet();
        return about.Distinct().ToDictionary(
            m => m, m => (IReadOnlyList<MemberId>)[.. coordinators.Where(c => c != m && !apart.Contains((m, c)))]);
    }

    // Roles are stored as words, so that one of them is asked for by every set that it is in.
    private static readonly List<Roles> WithCoordinator =
        [.. Enumerable.Range(0, 2 * (int)Roles.Coordinator).Select(set => (Roles)set).Where(set => set.HasFlag(Roles.Coordinator))];
}
