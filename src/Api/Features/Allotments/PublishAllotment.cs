using MediatR;
using Mentorship.Api.Features.Matching;
using Mentorship.Api.Pipeline;
using Mentorship.Domain;
using Mentorship.Domain.Matching;
using Mentorship.Domain.Matching.Drafts;
using Mentorship.Domain.Pairings;
using NodaTime;

namespace Mentorship.Api.Features.Allotments;

/// <summary>
/// Makes proposals, for review, of every line of an allotment or of those that are named, after judging each again as of now; answers for
/// each line whether it is proposed, and what has changed since. A line that is refused is left as it is. 409 <c>allotment-wrong-state</c>.
/// </summary>
public sealed record PublishAllotment(Actor Actor, AllotmentId Allotment, IReadOnlyList<RequestId>? Requests)
    : ICommand<PublicationView>, IActed;

internal sealed class PublishAllotmentHandler(
    IStore<AllotmentDraft, AllotmentId> drafts, IStore<Pairing, PairingId> pairings, IAllotmentBook book, IRequestBook requests,
    IMatchingBoards boards, IClock clock) : IRequestHandler<PublishAllotment, PublicationView>
{
    /// <summary>
    /// <list type="number">
    /// <item>Take the next number of a publication before anything is looked at.</item>
    /// <item>Judge on the board as it is after that, and read the draft after the board: a line that was published in between is marked
    /// there already, and not told as refused.</item>
    /// <item>Save draft and proposals together. Who published in between took the same number, so that the unique key lets only one through
    /// and the other starts again, on a board that holds the first one's proposals.</item>
    /// </list>
    /// </summary>
    public async Task<PublicationView> Handle(PublishAllotment command, CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        var number = 1 + await book.LastPublication(cancellation);
        var board = await boards.ForAll(now, cancellation);
        var draft = await drafts.Get(command.Allotment, cancellation);
        draft.MustBePublishable();
        var verdicts = Publishing.Judge(draft, board, command.Requests);
        var changes = draft.ChangesUntil(board.PrintFor(draft.Order));
        var proposals = await Propose(verdicts, now, cancellation);
        if (proposals.Count > 0) draft.Publish(number, proposals);
        return PublicationView.Of(draft, verdicts, proposals, changes);
    }

    private async Task<Dictionary<RequestId, PairingId>> Propose(
        IReadOnlyList<LineVerdict> verdicts, Instant now, CancellationToken cancellation)
    {
        var open = (await requests.Open(cancellation)).ToDictionary(request => request.Id);
        return verdicts.Where(verdict => verdict.Candidate is not null && open.ContainsKey(verdict.Request))
            .ToDictionary(verdict => verdict.Request, verdict => pairings.Propose(open[verdict.Request], verdict.Candidate!, now).Id);
    }
}
