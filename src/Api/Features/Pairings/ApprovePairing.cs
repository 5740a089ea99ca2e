using FluentValidation;
using MediatR;
using Mentorship.Api.Pipeline;
using Mentorship.Domain;
using Mentorship.Domain.Matching;
using Mentorship.Domain.Members;
using Mentorship.Domain.Pairings;
using Mentorship.Domain.Pathways;
using NodaTime;

namespace Mentorship.Api.Features.Pairings;

/// <summary>
/// A coordinator approves a proposal: every hard rule is judged again, one of the mentor's places is held, and the mentor is asked first.
/// A literature or custom norm needs <paramref name="OverrideReason"/>, which is kept only where one is overridden; 409 with the rule's code,
/// <c>pairing-wrong-state</c>, <c>override-reason-needed</c>, <c>mentor-full</c>, <c>newcomer-has-mentor</c> or <c>request-not-open</c>.
/// </summary>
public sealed record ApprovePairing(Actor Actor, PairingId Pairing, int? IfVersion, string? OverrideReason) : ICommand<Unit>, IActed;

internal sealed class ApprovePairingValidator : AbstractValidator<ApprovePairing>
{
    public ApprovePairingValidator() => RuleFor(a => a.OverrideReason).MaximumLength(2000).WithErrorCode("too-long").WithMessage("At most 2,000 characters.");
}

internal sealed class ApprovePairingHandler(
    IStore<Pairing, PairingId> pairings, IStore<MentorRequest, RequestId> requests, IStore<Member, MemberId> members,
    IPairingBook book, IMatchingBoards boards, IVault vault, IClock clock) : IRequestHandler<ApprovePairing, Unit>
{
    public async Task<Unit> Handle(ApprovePairing command, CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        var pairing = await pairings.Get(command.Pairing, cancellation);
        pairing.MustBeAt(command.IfVersion);
        pairing.MustBeProposed();
        var request = await requests.Get(pairing.Request, cancellation);
        var mentor = await members.Get(pairing.Mentor, cancellation); // before the board, so that a block in between is met
        var board = await boards.ForPair(request.Id, pairing.Mentor, now, cancellation);
        var candidate = board.Judge(request.Id, pairing.Mentor);
        candidate.RequireApprovable(command.OverrideReason);
        if (!candidate.IsEligible) await Override(pairing, command, cancellation);

        var places = PathwayCatalogue.Current.Get(pairing.Pathway).PlacesAtOnce(pairing.Kind);
        var taken = await book.TakenSlots(pairing.Newcomer, pairing.Pathway, pairing.Kind, cancellation);
        mentor.TakePlace();
        request.Offer();
        pairing.Approve(Slots.FirstFree(taken, places), Duration.FromHours(board.Policy.AnswerWindowHours), now);
        return Unit.Value;
    }

    private async Task Override(Pairing pairing, ApprovePairing command, CancellationToken cancellation) =>
        pairing.Override(await vault.SealReason(command.Actor.Member, pairing.Id, command.OverrideReason!, cancellation));
}
