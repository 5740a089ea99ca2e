using Mentorship.Domain.Members;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.Infrastructure.Persistence.Stores;

internal sealed class MemberBook(MentorshipDb db) : IMemberBook
{
    public async Task<IReadOnlyList<Member>> ByEmailHashes(IReadOnlyCollection<byte[]> hashes, CancellationToken cancellation) =>
        await db.Members.Where(m => m.EmailHash != null && hashes.Contains(m.EmailHash)).ToListAsync(cancellation);
}
