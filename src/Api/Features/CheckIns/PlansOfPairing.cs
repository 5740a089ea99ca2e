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
/// <param name="Next">The next three times that you are asked, as your clock and the other's show them; your days off are left out.</param>
/// <param name="Taper">The changes of rhythm that lie ahead, earliest first; none where you declined or set the rhythm yourself.</param>
public sealed record PlanView(
    Guid Id, int Version, Layer Layer, string Rhythm, LocalTime At, string ZoneId, Instant? NextDueAt,
    IReadOnlyList<NextTime> Next, IReadOnlyList<TaperView> Taper);

/// <param name="DueAt">UTC.</param>
/// <param name="YourDate">The date in the zone of your profile.</param>
/// <param name="YourTime">The time there.</param>
/// <param name="TheirDate">The date in the other's zone.</param>
/// <param name="TheirTime">The time there.</param>
public sealed record NextTime(Instant DueAt, LocalDate YourDate, LocalTime YourTime, LocalDate TheirDate, LocalTime TheirTime);

/// <param name="From">From this date on.</param>
/// <param name="Layer">daily, weekly, monthly or quarterly.</param>
/// <param name="Rhythm">In the form of the plan's own.</param>
public sealed record TaperView(LocalDate From, Layer Layer, string Rhythm);

internal sealed class PlansOfPairingHandler(MentorshipDb db) : IRequestHandler<PlansOfPairing, Page<PlanView>>
{
    private const int Shown = 3;

    public async Task<Page<PlanView>> Handle(PlansOfPairing query, CancellationToken cancellation)
    {
        var you = query.Actor.Member;
        var pairing = await db.Pairings.AsNoTracking().FirstOrDefaultAsync(p => p.Id == query.Pairing, cancellation);
        if (pairing?.IsVisibleTo(you) != true) throw new NotFound("pairing");
        var plans = await db.Plans.AsNoTracking()
            .Where(p => p.Pairing == query.Pairing && p.Member == you && p.EndedAt == null).ToListAsync(cancellation);
        var (yours, theirs) = (await Of(you, cancellation), await Of(pairing.Pair.OtherThan(you), cancellation));
        // A member has a few plans in one pairing: always one page.
        return new([.. plans.OrderBy(p => p.Id.Value).Select(p => View(p, yours.DaysOff, yours.Zone, theirs.Zone))], null);
    }

    private async Task<(DateTimeZone Zone, DaysOff DaysOff)> Of(MemberId member, CancellationToken cancellation)
    {
        var of = await db.Members.Where(m => m.Id == member).Select(m => new { m.Profile.ZoneId, m.DaysOff }).FirstAsync(cancellation);
        return (Zones.OrUtc(of.ZoneId), of.DaysOff);
    }

    private static PlanView View(CheckInPlan p, DaysOff daysOff, DateTimeZone yours, DateTimeZone theirs) => new(
        p.Id.Value, p.Version, p.Layer, p.Times.Rhythm.ToString(), p.Times.At, p.Times.ZoneId, p.NextDueAt,
        [.. p.Upcoming(Shown, daysOff).Select(due => Next(due, yours, theirs))],
        [.. p.Taper.Steps.Select(s => new TaperView(s.From, s.Layer, s.Rhythm.ToString()))]);

    private static NextTime Next(Instant due, DateTimeZone yours, DateTimeZone theirs)
    {
        var (here, there) = (due.InZone(yours), due.InZone(theirs));
        return new(due, here.Date, here.TimeOfDay, there.Date, there.TimeOfDay);
    }
}
