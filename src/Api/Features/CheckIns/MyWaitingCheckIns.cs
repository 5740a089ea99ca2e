using MediatR;
using Mentorship.Api.Pipeline;
using Mentorship.Domain;
using Mentorship.Domain.CheckIns;
using Mentorship.Domain.Time;
using Mentorship.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Mentorship.Api.Features.CheckIns;

/// <summary>
/// What the caller is asked and has not answered, the latest first: while it is open, and for seven days after it was missed. Of a pairing that
/// is over nothing waits.
/// </summary>
public sealed record MyWaitingCheckIns(Actor Actor) : IQuery<IReadOnlyList<WaitingCheckIn>>, IActed;

/// <param name="Id">The occurrence.</param>
/// <param name="Layer">daily, weekly, monthly or quarterly.</param>
/// <param name="Date">Its local date in the member's zone.</param>
/// <param name="AnswerBy">Until then an answer is in time, UTC; one that comes later counts all the same.</param>
/// <param name="OtherName">Display name of the other of the two.</param>
public sealed record WaitingCheckIn(Guid Id, Layer Layer, LocalDate Date, Instant AnswerBy, string OtherName);

internal sealed class MyWaitingCheckInsHandler(MentorshipDb db, IClock clock) : IRequestHandler<MyWaitingCheckIns, IReadOnlyList<WaitingCheckIn>>
{
    private static readonly Duration LateFor = Duration.FromDays(7);

    public async Task<IReadOnlyList<WaitingCheckIn>> Handle(MyWaitingCheckIns query, CancellationToken cancellation)
    {
        var (me, now) = (query.Actor.Member, clock.GetCurrentInstant());
        var open = db.CheckIns.Where(c => (c.State == CheckInState.Scheduled || c.State == CheckInState.Sent) && c.AnswerBy >= now);
        var late = db.CheckIns.Where(c => c.State == CheckInState.Missed && c.AnswerBy >= now - LateFor);
        return await (
            from c in open.Concat(late).AsNoTracking()
            where c.Member == me
            join p in db.Pairings on c.Pairing equals p.Id
            where p.ClosedAt == null
            join m in db.Members on p.Mentor equals m.Id
            join n in db.Members on p.Newcomer equals n.Id
            orderby c.DueAt descending, c.Id
            select new WaitingCheckIn(c.Id.Value, c.Layer, c.ScheduledDate, c.AnswerBy, p.Mentor == me ? n.DisplayName : m.DisplayName))
            .ToListAsync(cancellation);
    }
}
