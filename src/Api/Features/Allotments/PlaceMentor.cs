using MediatR;
using Mentorship.Api.Pipeline;
using Mentorship.Domain;
using Mentorship.Domain.Matching;
using Mentorship.Domain.Matching.Drafts;
using NodaTime;

namespace Mentorship.Api.Features.Allotments;

/// <summary>
/// Puts a mentor into a line of a draft, judged at once: 409 with the code of the hard rule that is broken, <c>mentor-full</c> when the
/// mentor's free places are taken by other lines, <c>norm-needs-pin</c> where only a pin sets a norm aside.
/// </summary>
public sealed record PlaceMentor(Actor Actor, AllotmentId Allotment, RequestId Request, int? IfVersion, MemberId Mentor, bool Pinned)
    : ICommand<Unit>, IActed;

internal sealed class PlaceMentorHandler(IStore<AllotmentDraft, AllotmentId> drafts, IMatchingBoards boards, IClock clock)
    : IRequestHandler<PlaceMentor, Unit>
{
    public async Task<Unit> Handle(PlaceMentor command, CancellationToken cancellation)
    {
        var draft = await drafts.Get(command.Allotment, cancellation);
        draft.MustBeAt(command.IfVersion);
        draft.Line(command.Request);
        var board = await boards.ForAll(clock.GetCurrentInstant(), cancellation);
        if (!board.Has(command.Request)) throw new RuleBroken("request-not-open", "This request is not open any more.");
        var candidate = board.Judge(command.Request, command.Mentor);
        candidate.RequireProposable();
        if (!candidate.IsEligible && !command.Pinned)
            throw new RuleBroken("norm-needs-pin", "A norm speaks against this pair: pin it if you know that it is right.");
        if (board.PlacesLeft(board.Mentor(command.Mentor)) <= draft.WaitingWith(command.Mentor, command.Request))
            throw new RuleBroken("mentor-full", "Every free place of this mentor is taken by another line.");
        draft.Place(command.Request, command.Mentor, candidate.Fit!.PerMille, command.Pinned);
        return Unit.Value;
    }
}
