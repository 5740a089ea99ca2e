using MediatR;
using Mentorship.Api.Http;
using Mentorship.Api.Pipeline;
using Mentorship.Domain;
using Mentorship.Domain.Pairings;
using Mentorship.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.Api.Features.Pairings;

/// <summary>The coordinator's list of pairings, oldest first, in one state or in all.</summary>
public sealed record PairingsForReview(Actor Actor, PairingState? State, Cursor After, int Limit) : IQuery<Page<ReviewedPairing>>, IActed;

/// <summary>One pairing as a coordinator sees it, in whatever state, with the written reason where a norm was overridden.</summary>
public sealed record PairingForReview(Actor Actor, PairingId Pairing) : IQuery<Versioned<ReviewedPairing>>, IActed;

internal sealed class PairingsForReviewHandler(MentorshipDb db, IVault vault)
    : IRequestHandler<PairingsForReview, Page<ReviewedPairing>>, IRequestHandler<PairingForReview, Versioned<ReviewedPairing>>
{
    public async Task<Page<ReviewedPairing>> Handle(PairingsForReview query, CancellationToken cancellation)
    {
        var chosen = db.Pairings.After(query.After, p => p.ProposedAt, p => p.Id);
        if (query.State is { } state) chosen = chosen.Where(p => p.State == state); // not "or null" in one question: an index answers each
        var page = await WithNames(chosen).ToPage(query.Limit, r => new(r.Pairing.ProposedAt, r.Pairing.Id.Value), cancellation);
        return new([.. page.Items.Select(r => r.Pairing.ViewForReview(r.Mentor, r.Newcomer))], page.Next);
    }

    public async Task<Versioned<ReviewedPairing>> Handle(PairingForReview query, CancellationToken cancellation)
    {
        var row = await WithNames(db.Pairings.Where(p => p.Id == query.Pairing)).FirstOrDefaultAsync(cancellation) ?? throw new NotFound("pairing");
        var author = row.Pairing.OverrideReason is null ? null : await WhoOverrode(query.Pairing, cancellation);
        var reason = await vault.OpenReason(author, row.Pairing, cancellation);
        return new(row.Pairing.ViewForReview(row.Mentor, row.Newcomer, reason), row.Pairing.Version);
    }

    private Task<MemberId?> WhoOverrode(PairingId pairing, CancellationToken cancellation) =>
        db.Audit.Where(a => a.Subject == pairing.Value && a.Code == Pairing.NormOverridden).Select(a => a.Actor)
            .FirstOrDefaultAsync(cancellation);

    private IQueryable<Row> WithNames(IQueryable<Pairing> pairings) =>
        from p in pairings.AsNoTracking()
        join m in db.Members on p.Mentor equals m.Id
        join n in db.Members on p.Newcomer equals n.Id
        orderby p.ProposedAt, p.Id
        select new Row { Pairing = p, Mentor = m.DisplayName, Newcomer = n.DisplayName };

    private sealed class Row
    {
        public required Pairing Pairing { get; init; }
        public required string Mentor { get; init; }
        public required string Newcomer { get; init; }
    }
}
