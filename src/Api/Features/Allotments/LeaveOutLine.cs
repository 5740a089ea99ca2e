using MediatR;
using Mentorship.Api.Pipeline;
using Mentorship.Domain;
using Mentorship.Domain.Matching;
using Mentorship.Domain.Matching.Drafts;
using NodaTime;

namespace Mentorship.Api.Features.Allotments;

/// <summary>Takes the mentor out of a line of a draft; <see cref="RestoreLine"/> brings back whom the allotment chose.</summary>
public sealed record LeaveOutLine(Actor Actor, AllotmentId Allotment, RequestId Request, int? IfVersion) : ICommand<Unit>, IActed;

/// <summary>
/// Brings a line of a draft back to whom the allotment chose. 409 <c>mentor-full</c> when other lines have taken the mentor's places since.
/// </summary>
public sealed record RestoreLine(Actor Actor, AllotmentId Allotment, RequestId Request, int? IfVersion) : ICommand<Unit>, IActed;

internal sealed class LeaveOutLineHandler(IStore<AllotmentDraft, AllotmentId> drafts, IMatchingBoards boards, IClock clock)
    : IRequestHandler<LeaveOutLine, Unit>, IRequestHandler<RestoreLine, Unit>
{
    public async Task<Unit> Handle(LeaveOutLine command, CancellationToken cancellation)
    {
        var draft = await drafts.Get(command.Allotment, cancellation);
        draft.MustBeAt(command.IfVersion);
        draft.LeaveOut(command.Request);
        return Unit.Value;
    }

    public async Task<Unit> Handle(RestoreLine command, CancellationToken cancellation)
    {
        var draft = await drafts.Get(command.Allotment, cancellation);
        draft.MustBeAt(command.IfVersion);
        if (draft.Line(command.Request).Allotted is { } mentor)
        {
            var board = await boards.ForPair(command.Request, mentor, clock.GetCurrentInstant(), cancellation);
            if (board.PlacesLeft(board.Mentor(mentor)) <= draft.WaitingWith(mentor, command.Request))
                throw new RuleBroken("mentor-full", "Every free place of this mentor is taken by another line.");
        }
        draft.Restore(command.Request);
        return Unit.Value;
    }
}
