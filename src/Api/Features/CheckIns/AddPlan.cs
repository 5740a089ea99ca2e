using MediatR;
using Mentorship.Api.Pipeline;
using Mentorship.Domain;
using Mentorship.Domain.CheckIns;
using Mentorship.Domain.Pairings;
using Mentorship.Domain.Time;
using NodaTime;

namespace Mentorship.Api.Features.CheckIns;

/// <summary>
/// A member chooses to be asked in one more layer, such as the quarterly form; it is asked of nobody else. Times as in
/// <see cref="ChangePlan"/>. 409 <c>plan-exists</c> for a layer in which they are asked already, <c>pairing-not-open</c>.
/// </summary>
public sealed record AddPlan(Actor Actor, PairingId Pairing, Layer Layer, string Rhythm, string At, string ZoneId)
    : ICommand<PlanId>, IActed, IPlanTimesInput;

/// <summary>A member is no longer asked in this layer; one that waits for an answer is excused. Again changes nothing.</summary>
public sealed record EndPlan(Actor Actor, PlanId Plan, int? IfVersion) : ICommand<Unit>, IActed;

internal sealed class AddPlanValidator : PlanTimesValidator<AddPlan>;

internal sealed class AddPlanHandler(
    IStore<CheckInPlan, PlanId> plans, IPlanBook book, IStore<Pairing, PairingId> pairings, IPairingBook pairingBook, IClock clock)
    : IRequestHandler<AddPlan, PlanId>, IRequestHandler<EndPlan, Unit>
{
    public async Task<PlanId> Handle(AddPlan command, CancellationToken cancellation)
    {
        var pairing = await pairings.Get(command.Pairing, cancellation);
        pairing.MustBeVisibleTo(command.Actor.Member);
        if (!pairing.State.IsIntroduced()) throw new RuleBroken("pairing-not-open", "This is possible once you two were introduced, and until it ends.");
        var now = clock.GetCurrentInstant();
        var plan = new CheckInPlan(pairing.CommunityId, pairing.Id, command.Actor.Member, command.Layer, command.Times(), now, chosen: true);
        plan.MustBeAlone(await pairingBook.RunningPlans(pairing.Id, cancellation));
        if (pairing.State == PairingState.Paused) plan.Pause(now);
        plans.Add(plan);
        pairingBook.Hold(pairing); // an end, a pause or a block at the same moment stops only the plans that it sees
        return plan.Id;
    }

    public async Task<Unit> Handle(EndPlan command, CancellationToken cancellation)
    {
        var plan = await plans.Own(command.Plan, command.Actor, command.IfVersion, cancellation);
        plan.End(clock.GetCurrentInstant());
        foreach (var checkIn in await book.Unanswered(plan.Id, cancellation)) checkIn.Excuse(ExcuseReason.PausedOrEnded);
        return Unit.Value;
    }
}
