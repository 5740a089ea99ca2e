using FluentValidation;
using MediatR;
using Mentorship.Api.Pipeline;
using Mentorship.Domain;
using Mentorship.Domain.Members;
using Mentorship.Domain.Time;

namespace Mentorship.Api.Features.CheckIns;

/// <summary>
/// A member sets between which times of their own clock nothing is sent to them that can wait: <paramref name="From"/> up to
/// <paramref name="To"/>, HH:mm, past midnight or not; both alike for none. A check-in keeps the hour that its member chose for it.
/// </summary>
public sealed record SetQuietHours(Actor Actor, string From, string To) : ICommand<Unit>, IActed;

internal sealed class SetQuietHoursValidator : AbstractValidator<SetQuietHours>
{
    public SetQuietHoursValidator()
    {
        RuleFor(s => s.From).Must(PlanTimesInput.IsTime).WithErrorCode("time-invalid").WithMessage("Use hours and minutes, such as 21:00.");
        RuleFor(s => s.To).Must(PlanTimesInput.IsTime).WithErrorCode("time-invalid").WithMessage("Use hours and minutes, such as 08:00.");
    }
}

internal sealed class SetQuietHoursHandler(IStore<Member, MemberId> members) : IRequestHandler<SetQuietHours, Unit>
{
    public async Task<Unit> Handle(SetQuietHours command, CancellationToken cancellation)
    {
        var member = await members.Get(command.Actor.Member, cancellation);
        member.KeepQuiet(new QuietHours(PlanTimesInput.ReadTime(command.From), PlanTimesInput.ReadTime(command.To)));
        return Unit.Value;
    }
}
