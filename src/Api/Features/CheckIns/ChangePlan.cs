using MediatR;
using Mentorship.Api.Pipeline;
using Mentorship.Domain;
using Mentorship.Domain.CheckIns;
using Mentorship.Domain.Pairings;
using Mentorship.Domain.Time;
using NodaTime;

namespace Mentorship.Api.Features.CheckIns;

/// <summary>
/// A member sets when and how deep they are asked: <paramref name="Rhythm"/> in the form <c>daily</c>, <c>weekdays:Mon,Wed</c>, <c>weekly:Sun</c>,
/// <c>every:3:2026-01-01</c> or <c>monthly:31</c>, <paramref name="At"/> as HH:mm, an IANA zone. No local date is asked twice. 409 <c>plan-ended</c>, <c>plan-exists</c>.
/// </summary>
public sealed record ChangePlan(Actor Actor, PlanId Plan, int? IfVersion, Layer Layer, string Rhythm, string At, string ZoneId)
    : ICommand<Unit>, IActed, IPlanTimesInput;

internal sealed class ChangePlanValidator : PlanTimesValidator<ChangePlan>;

internal sealed class ChangePlanHandler(IStore<CheckInPlan, PlanId> plans, IPairingBook book, IClock clock) : IRequestHandler<ChangePlan, Unit>
{
    public async Task<Unit> Handle(ChangePlan command, CancellationToken cancellation)
    {
        var plan = await plans.Own(command.Plan, command.Actor, command.IfVersion, cancellation);
        plan.Change(command.Layer, command.Times(), clock.GetCurrentInstant());
        plan.MustBeAlone(await book.RunningPlans(plan.Pairing, cancellation));
        return Unit.Value;
    }
}
