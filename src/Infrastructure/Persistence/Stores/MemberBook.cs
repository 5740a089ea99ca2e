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
}
