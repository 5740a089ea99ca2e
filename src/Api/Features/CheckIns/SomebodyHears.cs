using MediatR;
using Mentorship.Api.Pipeline;
using Mentorship.Domain;
using Mentorship.Domain.CheckIns;
using Mentorship.Domain.Members;
using Mentorship.Domain.Pairings;

namespace Mentorship.Api.Features.CheckIns;

/// <summary>Whether anybody is there who is told of a member's call for contact: a coordinator, or their contact by that check-in.</summary>
public sealed record SomebodyHears(Actor Actor, CheckInId? CheckIn) : IQuery<bool>, IActed;

internal sealed class SomebodyHearsHandler(
    IMemberBook members, IStore<CheckIn, CheckInId> checkIns, IStore<Pairing, PairingId> pairings) : IRequestHandler<SomebodyHears, bool>
{
    public async Task<bool> Handle(SomebodyHears query, CancellationToken cancellation)
    {
        var me = query.Actor.Member;
        if ((await members.CoordinatorsFor([me], cancellation))[me].Count > 0) return true;
        if (query.CheckIn is not { } id) return false;
        var checkIn = await checkIns.Get(id, cancellation);
        return checkIn.Member == me && checkIn.ContactIn(await pairings.Get(checkIn.Pairing, cancellation)) is not null;
    }
}
