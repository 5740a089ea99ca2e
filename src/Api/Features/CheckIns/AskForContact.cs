using MediatR;
using Mentorship.Api.Pipeline;
using Mentorship.Domain;
using Mentorship.Domain.CheckIns;
using Mentorship.Domain.Pairings;
using NodaTime;

namespace Mentorship.Api.Features.CheckIns;

/// <summary>
/// A member asks to be called, whether they answered or not; by its link until seven days after its time. It tells whom "I need to talk"
/// tells, and no words; again within minutes, while that call waits, changes nothing. 409 <c>link-ended</c>.
/// </summary>
public sealed record AskForContact(Actor Actor, CheckInId CheckIn, bool ByLink = false) : ICommand<Unit>, IActed;

internal sealed class AskForContactHandler(
    IStore<CheckIn, CheckInId> checkIns, IStore<Pairing, PairingId> pairings, CallForContact call, IClock clock) : IRequestHandler<AskForContact, Unit>
{
    public async Task<Unit> Handle(AskForContact command, CancellationToken cancellation)
    {
        var checkIn = await checkIns.Get(command.CheckIn, cancellation);
        if (!command.ByLink && checkIn.Member != command.Actor.Member) throw new NotFound("check-in");
        if (command.ByLink && !checkIn.HearsCallsAt(clock.GetCurrentInstant()))
            throw new RuleBroken("link-ended", "This link has ended. With your own log-in you can ask at any time.");
        await call.Make(checkIn, await pairings.Get(checkIn.Pairing, cancellation), cancellation);
        return Unit.Value;
    }
}
