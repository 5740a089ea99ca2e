using MediatR;
using Mentorship.Api.Features.Pairings;
using Mentorship.Api.Pipeline;
using Mentorship.Domain;
using Mentorship.Domain.Pairings;
using Mentorship.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.Api.Features.Requests;

/// <summary>What the caller hopes for in one of their own requests.</summary>
public sealed record ReadWishes(Actor Actor, RequestId Request) : IQuery<Versioned<Wishes>>, IActed;

internal sealed class ReadWishesHandler(MentorshipDb db) : IRequestHandler<ReadWishes, Versioned<Wishes>>
{
    public async Task<Versioned<Wishes>> Handle(ReadWishes query, CancellationToken cancellation)
    {
        var request = await db.Requests.AsNoTracking().Where(r => r.Id == query.Request && r.Newcomer == query.Actor.Member)
            .Select(r => new { r.Wishes, r.Revision }).FirstOrDefaultAsync(cancellation) ?? throw new NotFound("request");
        return new(request.Wishes, request.Revision);
    }
}
