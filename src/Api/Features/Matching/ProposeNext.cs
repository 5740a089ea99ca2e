using MediatR;
using Mentorship.Api.Pipeline;
using Mentorship.Domain;
using Mentorship.Domain.Matching;
using Mentorship.Domain.Pairings;
using NodaTime;

namespace Mentorship.Api.Features.Matching;

/// <summary>
/// Proposes the best candidate who is left to each request whose offer fell through, longest wait first; answers how many, at most
/// <paramref name="Take"/>. A request for which nobody is left stays flagged, and is looked at again once anything on the board has changed,
/// or the next day.
/// </summary>
public sealed record ProposeNext(Actor Actor, int Take) : ICommand<int>, IActed;

internal sealed class ProposeNextHandler(
    IStore<MentorRequest, RequestId> requests, IStore<Pairing, PairingId> pairings, IMatchingBoards boards,
    FruitlessLooks looks, IClock clock)
    : IRequestHandler<ProposeNext, int>
{
    public async Task<int> Handle(ProposeNext command, CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        var mark = $"{now.InUtc().Date} {await boards.MarkOfAll(cancellation)}";
        if (looks.Was(command.Actor.Community, mark)) return 0;
        var board = await boards.ForAll(now, cancellation);
        var next = board.NextProposals().Take(command.Take).ToList();
        if (next.Count == 0) looks.Remember(command.Actor.Community, mark);
        foreach (var candidate in next) pairings.Propose(await requests.Get(candidate.Request, cancellation), candidate, now);
        return next.Count;
    }
}
