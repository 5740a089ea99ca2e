using MediatR;
using Mentorship.Api.Pipeline;
using Mentorship.Domain;
using Mentorship.Domain.Matching.Drafts;
using Mentorship.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.Api.Features.Allotments;

/// <summary>One allotment: how far it is, what it sums to, and its lines as they stand.</summary>
public sealed record ReadAllotment(Actor Actor, AllotmentId Allotment) : IQuery<Versioned<AllotmentView>>, IActed;

internal sealed class ReadAllotmentHandler(MentorshipDb db) : IRequestHandler<ReadAllotment, Versioned<AllotmentView>>
{
    public async Task<Versioned<AllotmentView>> Handle(ReadAllotment query, CancellationToken cancellation)
    {
        var draft = await db.Allotments.AsNoTracking().FirstOrDefaultAsync(d => d.Id == query.Allotment, cancellation)
            ?? throw new NotFound("allotment");
        return new(AllotmentView.Of(draft, await Names.Of(db, cancellation)), draft.Version);
    }
}
