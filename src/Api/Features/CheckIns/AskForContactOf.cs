using MediatR;
using Mentorship.Api.Pipeline;
using Mentorship.Domain;
using Mentorship.Domain.Pairings;

namespace Mentorship.Api.Features.CheckIns;

/// <summary>
/// A member asks the contact whom they have in a pairing to call, where no check-in of theirs names them. It tells whom
/// <see cref="AskForContact"/> tells.
/// </summary>
public sealed record AskForContactOf(Actor Actor, PairingId Pairing) : ICommand<Unit>, IActed;

internal sealed class AskForContactOfHandler(IStore<Pairing, PairingId> pairings, CallForContact call)
    : IRequestHandler<AskForContactOf, Unit>
{
    public async Task<Unit> Handle(AskForContactOf command, CancellationToken cancellation)
    {
        var pairing = await pairings.Get(command.Pairing, cancellation);
        if (!pairing.Pair.Has(command.Actor.Member)) throw new NotFound("pairing");
        await call.Make(command.Actor.Member, pairing, cancellation);
        return Unit.Value;
    }
}
