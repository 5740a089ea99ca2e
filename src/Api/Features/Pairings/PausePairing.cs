using MediatR;
using Mentorship.Api.Pipeline;
using Mentorship.Domain;
using Mentorship.Domain.Pairings;
using NodaTime;

namespace Mentorship.Api.Features.Pairings;

/// <summary>Either of the two pauses it; check-ins rest, and one that waits for an answer is excused. 409 <c>pairing-wrong-state</c>.</summary>
public sealed record PausePairing(Actor Actor, PairingId Pairing, int? IfVersion) : ICommand<Unit>, IActed;

/// <summary>Either of the two goes on; check-ins begin again at their next time. 409 <c>pairing-wrong-state</c>.</summary>
public sealed record ResumePairing(Actor Actor, PairingId Pairing, int? IfVersion) : ICommand<Unit>, IActed;

internal sealed class PausePairingHandler(IStore<Pairing, PairingId> pairings, IPairingBook book, Closures closures, IClock clock)
    : IRequestHandler<PausePairing, Unit>, IRequestHandler<ResumePairing, Unit>
{
    public async Task<Unit> Handle(PausePairing command, CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        var pairing = await pairings.Own(command.Pairing, command.Actor, command.IfVersion, cancellation);
        pairing.Pause(command.Actor.Member);
        foreach (var plan in await book.RunningPlans(pairing.Id, cancellation)) plan.Pause(now);
        await closures.Rest(pairing, now, cancellation);
        return Unit.Value;
    }

    public async Task<Unit> Handle(ResumePairing command, CancellationToken cancellation)
    {
        var pairing = await pairings.Own(command.Pairing, command.Actor, command.IfVersion, cancellation);
        pairing.Resume(command.Actor.Member);
        foreach (var plan in await book.RunningPlans(pairing.Id, cancellation)) plan.Resume(clock.GetCurrentInstant());
        return Unit.Value;
    }
}
