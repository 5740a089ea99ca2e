using Mentorship.Domain;
using Mentorship.Domain.Safety;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Mentorship.Infrastructure.Persistence.Stores;

internal sealed class ConcernBook(MentorshipDb db) : IConcernBook
{
    public Task<bool> HasOpen(ConcernKind kind, MemberId about, Instant since, CancellationToken cancellation) =>
        db.Concerns.AnyAsync(c => c.Kind == kind && c.About == about && c.ClosedAt == null && c.RaisedAt >= since, cancellation);
}
