using FluentValidation;
using MediatR;
using Mentorship.Api.Pipeline;
using Mentorship.Domain;
using Mentorship.Domain.CheckIns;
using Mentorship.Domain.Time;
using NodaTime;
using NodaTime.Text;

namespace Mentorship.Api.Features.CheckIns;

/// <summary>
/// A member sets when and how deep they are asked: <paramref name="Rhythm"/> in the form <c>daily</c>, <c>weekdays:Mon,Wed</c>, <c>weekly:Sun</c>,
/// <c>every:3:2026-01-01</c> or <c>monthly:31</c>, <paramref name="At"/> as HH:mm, an IANA zone. No local date is asked twice. 409 <c>plan-ended</c>.
/// </summary>
public sealed record ChangePlan(Actor Actor, PlanId Plan, int? IfVersion, Layer Layer, string Rhythm, string At, string ZoneId) : ICommand<Unit>, IActed;

internal sealed class ChangePlanValidator : AbstractValidator<ChangePlan>
{
    public ChangePlanValidator()
    {
        RuleFor(c => c.Layer).IsInEnum().WithErrorCode("layer-unknown").WithMessage("Use daily, weekly, monthly or quarterly.");
        RuleFor(c => c.Rhythm).Must(r => Domain.Time.Rhythm.TryParse(r, out _)).WithErrorCode("rhythm-invalid")
            .WithMessage("Use daily, weekdays:Mon,Wed, weekly:Sun, every:3:2026-01-01 or monthly:31.");
        RuleFor(c => c.At).Must(a => ChangePlanHandler.Clock.Parse(a ?? "").Success).WithErrorCode("time-invalid").WithMessage("Use hours and minutes, such as 18:30.");
        RuleFor(c => c.ZoneId).Must(z => z is not null && Zones.IsKnown(z)).WithErrorCode("zone-unknown").WithMessage("Use an IANA name such as Europe/Dublin.");
    }
}

internal sealed class ChangePlanHandler(IStore<CheckInPlan, PlanId> plans, IClock clock) : IRequestHandler<ChangePlan, Unit>
{
    internal static readonly LocalTimePattern Clock = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    public async Task<Unit> Handle(ChangePlan command, CancellationToken cancellation)
    {
        var plan = await plans.Get(command.Plan, cancellation);
        if (plan.Member != command.Actor.Member) throw new NotFound("plan");
        plan.MustBeAt(command.IfVersion);
        plan.Change(command.Layer, new PlanTimes(Rhythm.Parse(command.Rhythm), Clock.Parse(command.At).Value, command.ZoneId), clock.GetCurrentInstant());
        return Unit.Value;
    }
}
