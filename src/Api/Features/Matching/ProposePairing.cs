using MediatR;
using Mentorship.Api.Pipeline;
using Mentorship.Domain;
using Mentorship.Domain.Matching;
using Mentorship.Domain.Pairings;
using NodaTime;

namespace Mentorship.Api.Features.Matching;

/// <summary>
/// A coordinator proposes a mentor for a request, for review; neither person knows of it. 404 when either is not there; 409 with the code
/// of the hard rule that forbids it, <c>request-not-open</c> or <c>already-proposed</c>. A norm that can be overridden is no hindrance yet.
/// </summary>
public sealed record ProposePairing(Actor Actor, RequestId Request, MemberId Mentor) : ICommand<PairingId>, IActed;

internal sealed class ProposePairingHandler(
    IStore<MentorRequest, RequestId> requests, IStore<Pairing, PairingId> pairings, IMatchingBoards boards, IClock clock)
    : IRequestHandler<ProposePairing, PairingId>
{
    public async Task<PairingId> Handle(ProposePairing command, CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        var request = await requests.Get(command.Request, cancellation);
        if (request.State != RequestState.Open)
            throw new RuleBroken("request-not-open", "This request is not open: another offer may be out.");
        var board = await boards.ForPair(command.Request, command.Mentor, now, cancellation);
        var candidate = board.Judge(command.Request, command.Mentor);
        if (board.IsProposed(command.Request, command.Mentor))
            throw new RuleBroken("already-proposed", "This pair is proposed already and waits for review.");
        candidate.RequireProposable();
        return pairings.Propose(request, candidate, now).Id;
    }
}
