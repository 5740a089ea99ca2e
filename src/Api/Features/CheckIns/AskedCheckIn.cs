using MediatR;
using Mentorship.Api.Features.Members;
using Mentorship.Api.Features.Progress;
using Mentorship.Api.Pipeline;
using Mentorship.Domain;
using Mentorship.Domain.CheckIns;
using Mentorship.Domain.Members;
using Mentorship.Domain.Pathways;
using Mentorship.Domain.Progress;
using Mentorship.Domain.Safety;
using Mentorship.Domain.Time;
using Mentorship.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Mentorship.Api.Features.CheckIns;

/// <summary>
/// One occurrence with its questions, for the member who is asked; by its link for whoever holds the link, without any answer. Of questions that
/// are asked no longer those in <c>Shown</c>, which an open form still has.
/// </summary>
public sealed record AskedCheckIn(Actor Actor, CheckInId CheckIn, bool ByLink = false, IReadOnlyCollection<string>? Shown = null)
    : IQuery<CheckInAsked>, IActed;

/// <param name="Id">The occurrence.</param>
/// <param name="PairingId">The pairing in which it is asked.</param>
/// <param name="State">scheduled, sent, answered, missed or excused.</param>
/// <param name="ExcusedBecause">Why it is excused: ours, day-off, paused-or-ended, stopped or out-of-reach; null for every other, and by its link.</param>
/// <param name="IsOpen">Whether its link can still answer it.</param>
/// <param name="HearsCalls">Whether its link can still ask for contact.</param>
/// <param name="AnswerBy">Until then an answer is in time, UTC.</param>
/// <param name="Layer">daily, weekly, monthly or quarterly.</param>
/// <param name="Questions">Every one may be skipped.</param>
/// <param name="Goals">The open goals that you two set, where a question is about them; by its link none is shown.</param>
/// <param name="HasContact">Whether somebody can be told that a hello would be nice.</param>
/// <param name="CoordinatorsHear">Whether a coordinator is there whom it would be told to, if you asked for contact.</param>
/// <param name="Country">ISO 3166 country of the member's zone, for the lines to call; null when unknown.</param>
public sealed record CheckInAsked(
    Guid Id, Guid PairingId, CheckInState State, ExcuseReason? ExcusedBecause, bool IsOpen, bool HearsCalls, Instant AnswerBy, Layer Layer,
    IReadOnlyList<Question> Questions, IReadOnlyList<GoalView> Goals, bool HasContact, bool CoordinatorsHear, string? Country);

internal sealed class AskedCheckInHandler(MentorshipDb db, IMemberBook members, IVault vault, IClock clock) : IRequestHandler<AskedCheckIn, CheckInAsked>
{
    public async Task<CheckInAsked> Handle(AskedCheckIn query, CancellationToken cancellation)
    {
        var found = await (
            from c in db.CheckIns.AsNoTracking()
            where c.Id == query.CheckIn && (query.ByLink || c.Member == query.Actor.Member)
            join p in db.Pairings on c.Pairing equals p.Id
            join m in db.Members on c.Member equals m.Id
            select new { CheckIn = c, Pairing = p, m.Profile.ZoneId }).FirstOrDefaultAsync(cancellation) ?? throw new NotFound("check-in");
        var (checkIn, pairing) = (found.CheckIn, found.Pairing);
        var goals = checkIn.Layer == Layer.Weekly && checkIn.Member == pairing.Newcomer ? await OpenGoals(pairing.Id, cancellation) : [];
        var hasContact = checkIn.ContactIn(pairing) is not null;
        var hears = (await members.CoordinatorsFor([checkIn.Member], cancellation))[checkIn.Member].Count > 0;
        var now = clock.GetCurrentInstant();
        var shown = query.Shown ?? [];
        var own = (await db.PolicyOf(query.Actor.Community, cancellation)).Questions.Select(q => q with { IsRetired = q.IsRetired && !shown.Contains(q.Code) });
        return new(
            checkIn.Id.Value, pairing.Id.Value, checkIn.State, query.ByLink ? null : checkIn.ExcusedBecause,
            checkIn.IsOpenAt(now), checkIn.HearsCallsAt(now), checkIn.AnswerBy, checkIn.Layer,
            Questions.Of(checkIn.Layer, PathwayCatalogue.Current.Get(pairing.Pathway), own,
                goals.Count > 0 || shown.Contains(Questions.Goals), hasContact, hears),
            query.ByLink ? [] : await vault.OpenGoals(goals, pairing.Newcomer, checkIn.Member, cancellation), hasContact, hears,
            Countries.OfZone(found.ZoneId));
    }

    private Task<List<Goal>> OpenGoals(PairingId pairing, CancellationToken cancellation) =>
        db.Goals.AsNoTracking().Where(g => g.Pairing == pairing && g.State == GoalState.Open).OrderBy(g => g.SetAt).ThenBy(g => g.Id).ToListAsync(cancellation);
}
