using MediatR;
using Mentorship.Api.Pipeline;
using Mentorship.Domain;
using Mentorship.Domain.Pairings;
using NodaTime;

namespace Mentorship.Api.Features.Requests;

/// <summary>
/// A newcomer takes their request back; what is proposed for it is dismissed, an offer that is out is not touched. 409
/// <c>request-closed</c>.
/// </summary>
public sealed record WithdrawRequest(Actor Actor, RequestId Request, int? IfVersion) : ICommand<Unit>, IActed;

internal sealed class WithdrawRequestHandler(IStore<MentorRequest, RequestId> requests, IPairingBook pairings, IClock clock)
    : IRequestHandler<WithdrawRequest, Unit>
{
    public async Task<Unit> Handle(WithdrawRequest command, CancellationToken cancellation)
    {
        var request = await requests.Get(command.Request, cancellation);
        if (request.Newcomer != command.Actor.Member) throw new NotFound("request");
        request.MustBeAtRevision(command.IfVersion);
        request.Withdraw();
        foreach (var proposal in await pairings.ProposedFor(request.Id, cancellation)) proposal.Dismiss(clock.GetCurrentInstant());
        return Unit.Value;
    }
}
