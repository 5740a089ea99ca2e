using MediatR;
using Mentorship.Api.Http;
using Mentorship.Api.Pipeline;
using Mentorship.Domain;
using Mentorship.Domain.Matching;
using Mentorship.Domain.Matching.Drafts;
using Mentorship.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Mentorship.Api.Features.Allotments;

/// <summary>The community's allotments, oldest first, without their lines.</summary>
public sealed record AllotmentsOfCommunity(Actor Actor, Cursor After, int Limit) : IQuery<Page<AllotmentSummary>>, IActed;

/// <param name="Id">The allotment.</param>
/// <param name="State">waiting, working, ready, published, dismissed, cancelled or failed.</param>
/// <param name="Percent">How far the work is, 0 to 100.</param>
/// <param name="Objective">What counts first.</param>
/// <param name="AskedAt">When it was asked for.</param>
/// <param name="ReadyAt">When it was worked out; null before.</param>
public sealed record AllotmentSummary(Guid Id, DraftState State, int Percent, Objective Objective, Instant AskedAt, Instant? ReadyAt);

internal sealed class AllotmentsOfCommunityHandler(MentorshipDb db) : IRequestHandler<AllotmentsOfCommunity, Page<AllotmentSummary>>
{
    public async Task<Page<AllotmentSummary>> Handle(AllotmentsOfCommunity query, CancellationToken cancellation)
    {
        var rows = await db.Allotments.AsNoTracking().After(query.After, d => d.AskedAt, d => d.Id).OrderBy(d => d.AskedAt).ThenBy(d => d.Id)
            .Select(d => new { d.Id, d.State, d.Percent, d.Order, d.AskedAt, d.ReadyAt })
            .Take(query.Limit + 1).ToListAsync(cancellation);
        return Page.Of([.. rows.Select(d => new AllotmentSummary(d.Id.Value, d.State, d.Percent, d.Order.Objective, d.AskedAt, d.ReadyAt))],
            query.Limit, row => new(row.AskedAt, row.Id));
    }
}
