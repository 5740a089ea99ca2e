using MediatR;
using Mentorship.Api.Pipeline;
using Mentorship.Domain;
using Mentorship.Domain.Pairings;
using NodaTime;

namespace Mentorship.Api.Features.Pairings;

/// <summary>Either of the two ends it, in one step and without a reason; check-ins stop, one that waits for an answer is excused, and the place is free. 409 <c>pairing-wrong-state</c>.</summary>
public sealed record EndPairing(Actor Actor, PairingId Pairing, int? IfVersion) : ICommand<Unit>, IActed;

internal sealed class EndPairingHandler(IStore<Pairing, PairingId> pairings, PairingEnd end, IClock clock) : IRequestHandler<EndPairing, Unit>
{
    public async Task<Unit> Handle(EndPairing command, CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        var pairing = await pairings.Get(command.Pairing, cancellation);
        pairing.MustBeVisibleTo(command.Actor.Member);
        pairing.MustBeAt(command.IfVersion);
        pairing.End(command.Actor.Member, now);
        await end.Follow(pairing, now, cancellation);
        return Unit.Value;
    }
}
