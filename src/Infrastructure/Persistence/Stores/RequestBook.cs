using Mentorship.Domain;
using Mentorship.Domain.Pairings;
using Mentorship.Domain.Pathways;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.Infrastructure.Persistence.Stores;

internal sealed class RequestBook(MentorshipDb db) : IRequestBook
{
    public Task<MentorRequest?> OpenOf(MemberId newcomer, string pathway, RelationshipKind kind, CancellationToken cancellation) =>
        db.Requests.FirstOrDefaultAsync(r => r.Newcomer == newcomer && r.Pathway == pathway && r.Kind == kind && r.IsOpen == true, cancellation);

    public async Task<IReadOnlyList<MentorRequest>> Open(CancellationToken cancellation) =>
        await db.Requests.Where(r => r.State == RequestState.Open).ToListAsync(cancellation);

    public async Task<IReadOnlyList<MentorRequest>> Of(IReadOnlyCollection<MemberId> newcomers, CancellationToken cancellation) =>
        await db.Requests.Where(r => newcomers.Contains(r.Newcomer)).ToListAsync(cancellation);
}
