using MediatR;
using Mentorship.Api.Features.Members;
using Mentorship.Api.Pipeline;
using Mentorship.Domain;
using Mentorship.Domain.CheckIns;
using Mentorship.Domain.Pathways;
using Mentorship.Domain.Safety;
using Mentorship.Domain.Time;
using Mentorship.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Mentorship.Api.Features.CheckIns;

/// <summary>One occurrence with its questions, for the member who is asked; by its link for whoever holds the link, without any answer.</summary>
public sealed record AskedCheckIn(Actor Actor, CheckInId CheckIn, bool ByLink = false) : IQuery<CheckInAsked>, IActed;

/// <param name="Id">The occurrence.</param>
/// <param name="State">scheduled, sent, answered, missed or excused.</param>
/// <param name="IsOpen">Whether its link can still answer it.</param>
/// <param name="AnswerBy">Until then an answer is in time, UTC.</param>
/// <param name="Layer">daily, weekly, monthly or quarterly.</param>
/// <param name="Questions">Every one may be skipped.</param>
/// <param name="HasContact">Whether "I need to talk" is told to somebody else of the pairing too; otherwise to the coordinators alone.</param>
/// <param name="Country">ISO 3166 country of the member's zone, for the lines to call; null when unknown.</param>
public sealed record CheckInAsked(
    Guid Id, CheckInState State, bool IsOpen, Instant AnswerBy, Layer Layer, IReadOnlyList<Question> Questions, bool HasContact, string? Country);

internal sealed class AskedCheckInHandler(MentorshipDb db, IClock clock) : IRequestHandler<AskedCheckIn, CheckInAsked>
{
    public async Task<CheckInAsked> Handle(AskedCheckIn query, CancellationToken cancellation)
    {
        var found = await (
            from c in db.CheckIns.AsNoTracking()
            where c.Id == query.CheckIn && (query.ByLink || c.Member == query.Actor.Member)
            join p in db.Pairings on c.Pairing equals p.Id
            join m in db.Members on c.Member equals m.Id
            select new { CheckIn = c, Pairing = p, m.Profile.ZoneId }).FirstOrDefaultAsync(cancellation) ?? throw new NotFound("check-in");
        var own = (await db.PolicyOf(query.Actor.Community, cancellation)).Questions;
        var (checkIn, hasContact) = (found.CheckIn, found.Pairing.ContactOf(found.CheckIn.Member) is not null);
        return new(checkIn.Id.Value, checkIn.State, checkIn.IsOpenAt(clock.GetCurrentInstant()), checkIn.AnswerBy, checkIn.Layer,
            Questions.Of(checkIn.Layer, PathwayCatalogue.Current.Get(found.Pairing.Pathway), own, hasContact), hasContact, Countries.OfZone(found.ZoneId));
    }
}
