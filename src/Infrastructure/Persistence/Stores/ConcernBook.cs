using Mentorship.Domain;
using Mentorship.Domain.Safety;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.Infrastructure.Persistence.Stores;

internal sealed class ConcernBook(MentorshipDb db) : IConcernBook
{
    public Task<bool> HasOpen(ConcernKind kind, MemberId about, CancellationToken cancellation) =>
        db.Concerns.AnyAsync(c => c.Kind == kind && c.About == about && c.ClosedAt == null, cancellation);
}
