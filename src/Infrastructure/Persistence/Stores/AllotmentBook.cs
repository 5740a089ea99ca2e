using Mentorship.Domain.Matching.Drafts;
using Mentorship.Domain.Pairings;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.Infrastructure.Persistence.Stores;

internal sealed class AllotmentBook(MentorshipDb db) : IAllotmentBook
{
    public async Task<long> CountPairs(CancellationToken cancellation) =>
        await db.Requests.LongCountAsync(r => r.State == RequestState.Open, cancellation)
        * await db.Members.LongCountAsync(m => m.Mentor != null, cancellation);

    public async Task<int> LastPublication(CancellationToken cancellation) =>
        await db.Allotments.MaxAsync(d => d.Publication, cancellation) ?? 0;
}
