using FluentValidation;
using MediatR;
using Mentorship.Api.Pipeline;
using Mentorship.Domain;
using Mentorship.Domain.CheckIns;
using NodaTime;

namespace Mentorship.Api.Features.CheckIns;

/// <summary>
/// A member says on which dates they are not asked, all of them anew: a holiday, or a rest until a date. What falls on one is excused and
/// never missed, one that waits for an answer too; a longer rest than a year is a pause. 409 <c>plan-ended</c>.
/// </summary>
public sealed record SetDaysOff(Actor Actor, PlanId Plan, int? IfVersion, IReadOnlyList<DaysOffSpan> Spans) : ICommand<Unit>, IActed;

/// <param name="From">The first date off, in the plan's own zone.</param>
/// <param name="To">The last date off.</param>
public sealed record DaysOffSpan(LocalDate From, LocalDate To);

internal sealed class SetDaysOffValidator : AbstractValidator<SetDaysOff>
{
    private static readonly LocalDate First = new(2000, 1, 1), Last = new(2200, 1, 1);

    public SetDaysOffValidator()
    {
        RuleFor(s => s.Spans).Must(s => s.Count <= 30).WithErrorCode("days-off-too-many").WithMessage("At most thirty stretches of days.");
        RuleForEach(s => s.Spans).Must(s => s.From <= s.To).WithErrorCode("days-off-order").WithMessage("The last day off is not before the first.");
        RuleForEach(s => s.Spans).Must(s => s.From >= First && s.From <= Last && s.To <= Last && s.To < s.From.PlusYears(1))
            .WithErrorCode("days-off-too-long").WithMessage("At most a year at once.");
    }
}

internal sealed class SetDaysOffHandler(IStore<CheckInPlan, PlanId> plans, IPlanBook book, IClock clock) : IRequestHandler<SetDaysOff, Unit>
{
    public async Task<Unit> Handle(SetDaysOff command, CancellationToken cancellation)
    {
        var plan = await plans.Own(command.Plan, command.Actor, command.IfVersion, cancellation);
        plan.TakeOff(DaysOff.Of(command.Spans.Select(s => new DateInterval(s.From, s.To))), clock.GetCurrentInstant());
        foreach (var checkIn in await book.Unanswered(plan.Id, cancellation))
            if (plan.DaysOff.Includes(checkIn.ScheduledDate)) checkIn.Excuse();
        return Unit.Value;
    }
}
