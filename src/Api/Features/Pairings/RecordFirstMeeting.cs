using MediatR;
using Mentorship.Api.Pipeline;
using Mentorship.Domain;
using Mentorship.Domain.Pairings;
using NodaTime;

namespace Mentorship.Api.Features.Pairings;

/// <summary>Either of the two says that they have met or spoken; the pairing is active. 409 <c>pairing-wrong-state</c>.</summary>
public sealed record RecordFirstMeeting(Actor Actor, PairingId Pairing, int? IfVersion) : ICommand<Unit>, IActed;

internal sealed class RecordFirstMeetingHandler(IStore<Pairing, PairingId> pairings, IClock clock) : IRequestHandler<RecordFirstMeeting, Unit>
{
    public async Task<Unit> Handle(RecordFirstMeeting command, CancellationToken cancellation)
    {
        var pairing = await pairings.Own(command.Pairing, command.Actor, command.IfVersion, cancellation);
        pairing.RecordFirstMeeting(command.Actor.Member, clock.GetCurrentInstant());
        return Unit.Value;
    }
}
