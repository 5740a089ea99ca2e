using MediatR;
using Mentorship.Api.Pipeline;
using Mentorship.Domain;
using Mentorship.Domain.Safety;
using Mentorship.Infrastructure.Persistence;
using Mentorship.Infrastructure.Persistence.Outbox;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Mentorship.Api.Features.CheckIns;

/// <summary>
/// The caller's latest call for contact, or very hard answer, that no coordinator has looked after yet, of the last week; null where there is none.
/// </summary>
public sealed record MyOpenCall(Actor Actor) : IQuery<OpenCall?>, IActed;

/// <param name="At">When it was made, UTC.</param>
/// <param name="ZoneId">The IANA zone of the caller's clock.</param>
/// <param name="HasLeft">Whether a note of it was handed over to somebody: nobody knows whether it was read.</param>
public sealed record OpenCall(Instant At, string ZoneId, bool HasLeft);

internal sealed class MyOpenCallHandler(MentorshipDb db, IClock clock) : IRequestHandler<MyOpenCall, OpenCall?>
{
    private static readonly Duration Shown = Duration.FromDays(7);

    public async Task<OpenCall?> Handle(MyOpenCall query, CancellationToken cancellation)
    {
        var (me, since) = (query.Actor.Member, clock.GetCurrentInstant() - Shown);
        var call = await (
            from c in db.Concerns.AsNoTracking()
            where c.Kind == ConcernKind.HelpAskedFor && c.About == me && c.ClosedAt == null && c.RaisedAt >= since
            join m in db.Members on c.About equals m.Id
            orderby c.RaisedAt descending
            select new { c.Id, c.RaisedAt, m.Profile.ZoneId }).FirstOrDefaultAsync(cancellation);
        if (call is null) return null;
        var hasLeft = await db.Notices.AnyAsync(n => n.Subject == call.Id.Value && n.State == NoticeState.Sent, cancellation);
        return new(call.RaisedAt, call.ZoneId, hasLeft);
    }
}
