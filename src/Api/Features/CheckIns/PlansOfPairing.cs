using MediatR;
using Mentorship.Api.Http;
using Mentorship.Api.Pipeline;
using Mentorship.Domain;
using Mentorship.Domain.CheckIns;
using Mentorship.Domain.Time;
using Mentorship.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Mentorship.Api.Features.CheckIns;

/// <summary>The caller's own check-in plans in one pairing.</summary>
public sealed record PlansOfPairing(Actor Actor, PairingId Pairing) : IQuery<Page<PlanView>>, IActed;

/// <param name="Id">The plan.</param>
/// <param name="Version">The version that an edit must name in If-Match.</param>
/// <param name="Layer">daily, weekly, monthly or quarterly.</param>
/// <param name="Rhythm">daily, weekdays:Mon,Wed, weekly:Sun, every:3:2026-01-01 or monthly:31.</param>
/// <param name="At">Local time, HH:mm.</param>
/// <param name="ZoneId">IANA zone.</param>
/// <param name="NextDueAt">UTC; null while it rests.</param>
public sealed record PlanView(Guid Id, int Version, Layer Layer, string Rhythm, LocalTime At, string ZoneId, Instant? NextDueAt);

internal sealed class PlansOfPairingHandler(MentorshipDb db) : IRequestHandler<PlansOfPairing, Page<PlanView>>
{
    public async Task<Page<PlanView>> Handle(PlansOfPairing query, CancellationToken cancellation)
    {
        var pairing = await db.Pairings.AsNoTracking().FirstOrDefaultAsync(p => p.Id == query.Pairing, cancellation);
        if (pairing?.IsVisibleTo(query.Actor.Member) != true) throw new NotFound("pairing");
        var plans = await db.Plans.AsNoTracking()
            .Where(p => p.Pairing == query.Pairing && p.Member == query.Actor.Member && p.EndedAt == null).ToListAsync(cancellation);
        return new([.. plans.Select(View)], null); // a member has a few plans in one pairing: always one page
    }

    private static PlanView View(CheckInPlan p) =>
        new(p.Id.Value, p.Version, p.Layer, p.Times.Rhythm.ToString(), p.Times.At, p.Times.ZoneId, p.NextDueAt);
}
