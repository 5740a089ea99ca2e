using Mentorship.Domain;
using Mentorship.Domain.CheckIns;
using Mentorship.Domain.CheckIns.Ladder;
using Mentorship.Domain.Members;
using Mentorship.Domain.Pairings;
using NodaTime;

namespace Mentorship.Api.Features.Pairings;

/// <summary>What follows when a pairing closes, whoever or whatever closed it.</summary>
internal sealed class Closures(
    IStore<MentorRequest, RequestId> requests, IStore<Member, MemberId> members, IPairingBook book, ICheckInBook checkIns,
    ISilenceBook silences)
{
    /// <summary>
    /// An offer fell: the mentor's place is free unless a no is to look like silence, and the request waits again with its old clock. What can
    /// fail comes before the first change.
    /// </summary>
    public async Task Fell(Pairing offer, CancellationToken cancellation)
    {
        var request = await requests.Get(offer.Request, cancellation);
        if (!offer.IsSilentNo) await FreePlace(offer, cancellation);
        request.Reopen();
    }

    public async Task FreePlace(Pairing offer, CancellationToken cancellation) =>
        (await members.Get(offer.Mentor, cancellation)).FreePlace();

    /// <summary>A pairing ended: the mentor's place is free, check-ins stop, one that waits for an answer is excused, and nobody hears of a silence.</summary>
    public async Task Ended(Pairing pairing, Instant now, CancellationToken cancellation)
    {
        (await members.Get(pairing.Mentor, cancellation)).FreePlace();
        foreach (var plan in await book.RunningPlans(pairing.Id, cancellation)) plan.End(now);
        await Rest(pairing, now, cancellation);
    }

    /// <summary>Nothing waits for an answer any more, and nobody hears of a silence.</summary>
    public async Task Rest(Pairing pairing, Instant now, CancellationToken cancellation)
    {
        foreach (var checkIn in await checkIns.Unanswered(pairing.Id, cancellation)) checkIn.Excuse(ExcuseReason.PausedOrEnded);
        foreach (var silence in await silences.OpenOf(pairing.Id, cancellation)) silence.End(SilenceEnd.AtRest, now);
    }
}
