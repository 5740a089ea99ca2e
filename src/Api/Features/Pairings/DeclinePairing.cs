using MediatR;
using Mentorship.Api.Pipeline;
using Mentorship.Domain;
using Mentorship.Domain.Pairings;
using NodaTime;

namespace Mentorship.Api.Features.Pairings;

/// <summary>
/// A "no", without a reason; the other side is never told. The request waits again with its old clock; the mentor's place is free, after a
/// newcomer's no once the time to answer is over. 409 <c>not-your-turn</c>, <c>offer-lapsed</c>.
/// </summary>
public sealed record DeclinePairing(Actor Actor, PairingId Pairing, int? IfVersion) : ICommand<Unit>, IActed;

internal sealed class DeclinePairingHandler(
    IStore<Pairing, PairingId> pairings, Closures closures, IClock clock) : IRequestHandler<DeclinePairing, Unit>
{
    public async Task<Unit> Handle(DeclinePairing command, CancellationToken cancellation)
    {
        var pairing = await pairings.Own(command.Pairing, command.Actor, command.IfVersion, cancellation);
        pairing.Decline(command.Actor.Member, clock.GetCurrentInstant());
        await closures.Fell(pairing, cancellation);
        return Unit.Value;
    }
}
