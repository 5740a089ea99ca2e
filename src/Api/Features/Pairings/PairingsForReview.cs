using System.Text.Json;
using MediatR;
using Mentorship.Api.Http;
using Mentorship.Api.Pipeline;
using Mentorship.Domain;
using Mentorship.Domain.Pairings;
using Mentorship.Domain.Pathways;
using Mentorship.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Mentorship.Api.Features.Pairings;

/// <summary>The coordinator's list of pairings, oldest first, in one state or in all.</summary>
public sealed record PairingsForReview(Actor Actor, PairingState? State, Cursor After, int Limit) : IQuery<Page<ReviewedPairing>>, IActed;

/// <summary>What a coordinator sees: states and grounds, never contact details and never words of an answer.</summary>
/// <param name="Id">The pairing.</param>
/// <param name="Version">The version that an edit must name in If-Match.</param>
/// <param name="State">Where it stands.</param>
/// <param name="RequestId">The request that it answers.</param>
/// <param name="MentorId">The mentor.</param>
/// <param name="MentorName">The mentor's display name.</param>
/// <param name="NewcomerId">The newcomer.</param>
/// <param name="NewcomerName">The newcomer's display name.</param>
/// <param name="Pathway">Catalogue id.</param>
/// <param name="Kind">sponsor, temporaryContact or accountabilityPartner.</param>
/// <param name="ProposedAt">UTC.</param>
/// <param name="AnswerBy">When the present offer lapses, UTC.</param>
/// <param name="Overridden">Whether a norm was overridden with a written reason.</param>
/// <param name="Grounds">Why it was proposed: score, parts and rules as they stood then.</param>
public sealed record ReviewedPairing(
    Guid Id, int Version, PairingState State, Guid RequestId, Guid MentorId, string MentorName, Guid NewcomerId, string NewcomerName,
    string Pathway, RelationshipKind Kind, Instant ProposedAt, Instant? AnswerBy, bool Overridden, JsonElement Grounds);

internal sealed class PairingsForReviewHandler(MentorshipDb db) : IRequestHandler<PairingsForReview, Page<ReviewedPairing>>
{
    public async Task<Page<ReviewedPairing>> Handle(PairingsForReview query, CancellationToken cancellation)
    {
        var rows = await (
            from p in db.Pairings.AsNoTracking()
            where p.ProposedAt >= query.After.At && (query.State == null || p.State == query.State)
            join m in db.Members on p.Mentor equals m.Id
            join n in db.Members on p.Newcomer equals n.Id
            orderby p.ProposedAt, p.Id
            select new { Pairing = p, Mentor = m.DisplayName, Newcomer = n.DisplayName })
            .Skip(query.After.Skip).Take(query.Limit + 1).ToListAsync(cancellation);
        var page = Page.Of(rows, query.After, query.Limit, r => r.Pairing.ProposedAt);
        return new([.. page.Items.Select(r => View(r.Pairing, r.Mentor, r.Newcomer))], page.Next);
    }

    private static ReviewedPairing View(Pairing p, string mentor, string newcomer) => new(
        p.Id.Value, p.Version, p.State, p.Request.Value, p.Mentor.Value, mentor, p.Newcomer.Value, newcomer,
        p.Pathway, p.Kind, p.ProposedAt, p.AnswerBy, p.OverrideReason is not null, JsonSerializer.Deserialize<JsonElement>(p.Grounds));
}
