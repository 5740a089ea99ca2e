using MediatR;
using Mentorship.Api.Pipeline;
using Mentorship.Domain;
using Mentorship.Domain.Pairings;
using NodaTime;

namespace Mentorship.Api.Features.Pairings;

/// <summary>A coordinator dismisses a proposal silently: neither person is told. 409 <c>pairing-wrong-state</c>.</summary>
public sealed record DismissPairing(Actor Actor, PairingId Pairing, int? IfVersion) : ICommand<Unit>, IActed;

internal sealed class DismissPairingHandler(IStore<Pairing, PairingId> pairings, IClock clock) : IRequestHandler<DismissPairing, Unit>
{
    public async Task<Unit> Handle(DismissPairing command, CancellationToken cancellation)
    {
        var pairing = await pairings.Get(command.Pairing, cancellation);
        pairing.MustBeAt(command.IfVersion);
        pairing.Dismiss(clock.GetCurrentInstant());
        return Unit.Value;
    }
}
