using MediatR;
using Mentorship.Api.Pipeline;
using Mentorship.Domain;
using Mentorship.Domain.Members;
using Mentorship.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.Api.Features.Requests;

/// <summary>One request, for the newcomer whose it is and for coordinators; to everybody else there is none.</summary>
public sealed record ReadRequest(Actor Actor, RequestId Request) : IQuery<Versioned<RequestView>>, IActed;

internal sealed class ReadRequestHandler(MentorshipDb db) : IRequestHandler<ReadRequest, Versioned<RequestView>>
{
    public async Task<Versioned<RequestView>> Handle(ReadRequest query, CancellationToken cancellation)
    {
        var found = await db.Requests.AsNoTracking().FirstOrDefaultAsync(r => r.Id == query.Request, cancellation);
        if (found is null || (found.Newcomer != query.Actor.Member && !query.Actor.Is(Roles.Coordinator))) throw new NotFound("request");
        return new(found.ViewFor(query.Actor), found.Revision);
    }
}
