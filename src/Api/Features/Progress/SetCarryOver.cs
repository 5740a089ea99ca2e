using MediatR;
using Mentorship.Api.Pipeline;
using Mentorship.Domain;
using Mentorship.Domain.Pairings;
using Mentorship.Domain.Progress;

namespace Mentorship.Api.Features.Progress;

/// <summary>
/// A newcomer says whether a new mentor may see what was shown to mentors before: date, plan lines, work, and the goals in the newcomer's own
/// words. Until they say yes nothing of before is seen; taking it back hides it at once.
/// </summary>
public sealed record SetCarryOver(Actor Actor, PairingId Pairing, bool Carries) : ICommand<Unit>, IActed;

internal sealed class SetCarryOverHandler(IStore<Pairing, PairingId> pairings, IStore<CarryOver, PairingId> store, IProgressBook book)
    : IRequestHandler<SetCarryOver, Unit>
{
    public async Task<Unit> Handle(SetCarryOver command, CancellationToken cancellation)
    {
        var pairing = await pairings.Get(command.Pairing, cancellation);
        pairing.MustJoin(command.Actor.Member);
        if (pairing.Newcomer != command.Actor.Member) throw new NotFound("pairing");
        var said = await book.CarryOverTo(pairing.Id, cancellation) ?? Added(pairing);
        said.Say(command.Carries);
        return Unit.Value;
    }

    private CarryOver Added(Pairing pairing)
    {
        var said = new CarryOver(pairing);
        store.Add(said);
        return said;
    }
}
