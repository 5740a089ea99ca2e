using Mentorship.Domain;
using Mentorship.Domain.Communities;
using Mentorship.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.Api.Features.Members;

internal static class PolicyInForce
{
    public static Task<Policy> PolicyOf(this MentorshipDb db, CommunityId community, CancellationToken cancellation) =>
        db.Communities.AsNoTracking().Where(c => c.Id == community).Select(c => c.Policy).FirstAsync(cancellation);
}
