using MediatR;
using Mentorship.Api.Http;
using Mentorship.Api.Pipeline;
using Mentorship.Domain;
using Mentorship.Domain.Pairings;
using Mentorship.Domain.Pathways;
using Mentorship.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Mentorship.Api.Features.Requests;

/// <summary>The coordinator's list of who waits, longest first: those without an offer, those with one that is not answered yet, or both.</summary>
public sealed record WaitingRequests(Actor Actor, RequestState? State, Cursor After, int Limit) : IQuery<Page<WaitingRequest>>, IActed;

/// <param name="Id">The request.</param>
/// <param name="NewcomerId">Who asks.</param>
/// <param name="DisplayName">Under which name the community knows them.</param>
/// <param name="Pathway">Catalogue id.</param>
/// <param name="Kind">sponsor, temporary-contact or accountability-partner.</param>
/// <param name="State">open or offered.</param>
/// <param name="RequestedAt">When the waiting began, UTC.</param>
/// <param name="NeedsProposal">True when an offer fell through and nobody new is proposed yet.</param>
public sealed record WaitingRequest(
    Guid Id, Guid NewcomerId, string DisplayName, string Pathway, RelationshipKind Kind, RequestState State, Instant RequestedAt, bool NeedsProposal);

internal sealed class WaitingRequestsHandler(MentorshipDb db) : IRequestHandler<WaitingRequests, Page<WaitingRequest>>
{
    public async Task<Page<WaitingRequest>> Handle(WaitingRequests query, CancellationToken cancellation)
    {
        var waiting = db.Requests.AsNoTracking()
            .Where(r => r.State == RequestState.Open || r.State == RequestState.Offered).After(query.After, r => r.RequestedAt, r => r.Id);
        if (query.State is { } state) waiting = waiting.Where(r => r.State == state);
        var rows = await waiting
            .OrderBy(r => r.RequestedAt).ThenBy(r => r.Id).Take(query.Limit + 1)
            .Join(db.Members, r => r.Newcomer, m => m.Id, (r, m) => new WaitingRequest(
                r.Id.Value, m.Id.Value, m.DisplayName, r.Pathway, r.Kind, r.State, r.RequestedAt, r.NeedsProposal))
            .ToListAsync(cancellation);
        return Page.Of(rows, query.Limit, r => new(r.RequestedAt, r.Id));
    }
}
