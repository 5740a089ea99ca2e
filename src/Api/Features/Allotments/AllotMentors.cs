using FluentValidation;
using MediatR;
using Mentorship.Api.Pipeline;
using Mentorship.Domain;
using Mentorship.Domain.Matching;
using Mentorship.Domain.Matching.Drafts;
using Mentorship.Domain.Matching.Reports;
using NodaTime;

namespace Mentorship.Api.Features.Allotments;

/// <summary>
/// Brings all open requests and mentors of the community together, as a draft: nobody is proposed. A large community is worked on in the
/// background. Requests that have a proposal are left as they are. 409 with the code of the hard rule that a pinned pair breaks, <c>pin-no-place</c> or <c>pin-repeated</c>.
/// </summary>
public sealed record AllotMentors(Actor Actor, AllotmentOrder Order) : ICommand<AllotmentId>, IActed;

internal sealed class AllotMentorsValidator : AbstractValidator<AllotMentors>
{
    private const int MostPairs = 10_000;

    public AllotMentorsValidator()
    {
        RuleFor(a => a.Order.Spread).InclusiveBetween(0, AllotmentOrder.MostSpread).OverridePropertyName("spread")
            .WithErrorCode("spread-range").WithMessage("Thousandths of fit, from 0 to 1,000.");
        RuleFor(a => a.Order.Pinned).Must(pins => pins.Count <= MostPairs).OverridePropertyName("pinned")
            .WithErrorCode("too-many").WithMessage("At most 10,000 pairs.");
        RuleFor(a => a.Order.Forbidden).Must(pairs => pairs.Count <= MostPairs).OverridePropertyName("forbidden")
            .WithErrorCode("too-many").WithMessage("At most 10,000 pairs.");
        RuleFor(a => a.Order).Must(order => !order.Pinned.Intersect(order.Forbidden).Any()).OverridePropertyName("forbidden")
            .WithErrorCode("pinned-and-forbidden").WithMessage("A pair is pinned or forbidden, not both.");
    }
}

internal sealed class AllotMentorsHandler(
    IStore<AllotmentDraft, AllotmentId> drafts, IAllotmentBook book, IMatchingBoards boards, IClock clock)
    : IRequestHandler<AllotMentors, AllotmentId>
{
    public async Task<AllotmentId> Handle(AllotMentors command, CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        var draft = new AllotmentDraft(command.Actor.Community, command.Order, now);
        drafts.Add(draft);
        if (await book.CountPairs(cancellation) > AllotmentDraft.MostPairsAtOnce) return draft.Id; // waits for the timetable
        var board = await boards.ForAll(now, cancellation);
        var allotment = board.Allot(command.Order, cancellation: cancellation);
        draft.Finish(board.PrintFor(command.Order), allotment, AllotmentReport.Of(board, allotment), now);
        return draft.Id;
    }
}
