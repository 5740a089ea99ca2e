using MediatR;
using Mentorship.Api.Pipeline;
using Mentorship.Domain;
using Mentorship.Domain.Pairings;

namespace Mentorship.Api.Features.Requests;

/// <summary>A newcomer takes their request back; an offer that is out is not touched by it. 409 <c>request-closed</c>.</summary>
public sealed record WithdrawRequest(Actor Actor, RequestId Request, int? IfVersion) : ICommand<Unit>, IActed;

internal sealed class WithdrawRequestHandler(IStore<MentorRequest, RequestId> requests) : IRequestHandler<WithdrawRequest, Unit>
{
    public async Task<Unit> Handle(WithdrawRequest command, CancellationToken cancellation)
    {
        var request = await requests.Get(command.Request, cancellation);
        if (request.Newcomer != command.Actor.Member) throw new NotFound("request");
        request.MustBeAt(command.IfVersion);
        request.Withdraw();
        return Unit.Value;
    }
}
