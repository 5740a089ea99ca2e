using MediatR;
using Mentorship.Api.Pipeline;
using Mentorship.Domain;
using Mentorship.Domain.Matching;
using Mentorship.Domain.Pairings;
using NodaTime;

namespace Mentorship.Api.Features.Matching;

/// <summary>
/// Brings all open requests and mentors of the community together: most people matched, then best fit. A dry run only answers the result;
/// otherwise every match becomes a proposal for review. Requests that have a proposal already are left as they are.
/// </summary>
public sealed record AllotMentors(Actor Actor, bool DryRun) : ICommand<AllotmentView>, IActed;

internal sealed class AllotMentorsHandler(IRequestBook book, IStore<Pairing, PairingId> pairings, IMatchingBoards boards, IClock clock)
    : IRequestHandler<AllotMentors, AllotmentView>
{
    public async Task<AllotmentView> Handle(AllotMentors command, CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        var board = await boards.ForAll(now, cancellation);
        var allotment = board.Allot();
        var proposed = command.DryRun ? [] : await Propose(allotment, now, cancellation);
        return AllotmentView.Of(allotment, proposed, board);
    }

    private async Task<Dictionary<RequestId, PairingId>> Propose(Allotment allotment, Instant now, CancellationToken cancellation)
    {
        var open = (await book.Open(cancellation)).ToDictionary(request => request.Id);
        return allotment.Pairs.Where(pair => open.ContainsKey(pair.Request))
            .ToDictionary(pair => pair.Request, pair => pairings.Propose(open[pair.Request], pair, now).Id);
    }
}
