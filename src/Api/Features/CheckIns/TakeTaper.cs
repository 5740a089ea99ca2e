using MediatR;
using Mentorship.Api.Pipeline;
using Mentorship.Domain;
using Mentorship.Domain.CheckIns;
using Mentorship.Domain.Pairings;
using NodaTime;

namespace Mentorship.Api.Features.CheckIns;

/// <summary>A member is asked three times a week for 30 days, weekly to the 90th, then every second week. 409 <c>plan-ended</c>, <c>plan-exists</c>.</summary>
public sealed record TakeTaper(Actor Actor, PlanId Plan, int? IfVersion) : ICommand<Unit>, IActed;

/// <summary>A member stays at the rhythm that they have now. 409 <c>plan-ended</c>.</summary>
public sealed record DeclineTaper(Actor Actor, PlanId Plan, int? IfVersion) : ICommand<Unit>, IActed;

internal sealed class TakeTaperHandler(IStore<CheckInPlan, PlanId> plans, IPairingBook book, IClock clock) : IRequestHandler<TakeTaper, Unit>, IRequestHandler<DeclineTaper, Unit>
{
    public async Task<Unit> Handle(TakeTaper command, CancellationToken cancellation)
    {
        var plan = await plans.Own(command.Plan, command.Actor, command.IfVersion, cancellation);
        plan.FrontLoad(clock.GetCurrentInstant());
        plan.MustBeAlone(await book.RunningPlans(plan.Pairing, cancellation));
        return Unit.Value;
    }

    public async Task<Unit> Handle(DeclineTaper command, CancellationToken cancellation)
    {
        (await plans.Own(command.Plan, command.Actor, command.IfVersion, cancellation)).DeclineTaper();
        return Unit.Value;
    }
}
