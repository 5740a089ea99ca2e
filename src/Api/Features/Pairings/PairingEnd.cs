using Mentorship.Domain;
using Mentorship.Domain.CheckIns;
using Mentorship.Domain.CheckIns.Ladder;
using Mentorship.Domain.Members;
using Mentorship.Domain.Pairings;
using NodaTime;

namespace Mentorship.Api.Features.Pairings;

/// <summary>
/// What follows when a pairing has ended, by whomever: the mentor's place is free, plans end, a check-in that waits for an answer is excused,
/// and nobody hears of a silence any more.
/// </summary>
internal sealed class PairingEnd(IStore<Member, MemberId> members, IPairingBook book, ICheckInBook checkIns, ISilenceBook silences)
{
    public async Task Follow(Pairing pairing, Instant now, CancellationToken cancellation)
    {
        (await members.Get(pairing.Mentor, cancellation)).FreePlace();
        foreach (var plan in await book.RunningPlans(pairing.Id, cancellation)) plan.End(now);
        foreach (var checkIn in await checkIns.Unanswered(pairing.Id, cancellation)) checkIn.Excuse();
        foreach (var silence in await silences.OpenOf(pairing.Id, cancellation)) silence.End(SilenceEnd.AtRest, now);
    }
}
