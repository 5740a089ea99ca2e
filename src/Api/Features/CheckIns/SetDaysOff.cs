using FluentValidation;
using MediatR;
using Mentorship.Api.Pipeline;
using Mentorship.Domain;
using Mentorship.Domain.CheckIns;
using Mentorship.Domain.Members;
using Mentorship.Domain.Time;
using NodaTime;

namespace Mentorship.Api.Features.CheckIns;

/// <summary>
/// A member says on which dates they are not asked, in whatever pairing, all of them anew: a holiday, or a rest until a date. What falls on one is
/// excused and never missed, one that waits for an answer too; a longer rest than a year is a pause.
/// </summary>
public sealed record SetDaysOff(Actor Actor, IReadOnlyList<DaysOffSpan> Spans, int? IfVersion = null) : ICommand<Unit>, IActed;

/// <param name="From">The first date off, on the clock by which you would be asked.</param>
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

internal sealed class SetDaysOffHandler(IStore<Member, MemberId> members, IPlanBook book, IClock clock) : IRequestHandler<SetDaysOff, Unit>
{
    public async Task<Unit> Handle(SetDaysOff command, CancellationToken cancellation)
    {
        var member = await members.Get(command.Actor.Member, cancellation);
        member.MustBeAt(command.IfVersion);
        member.TakeOff(DaysOff.Of(command.Spans.Select(s => new DateInterval(s.From, s.To))), clock.GetCurrentInstant());
        await book.Hold(member.Id, cancellation);
        foreach (var checkIn in await book.Unanswered(member.Id, cancellation))
            if (member.DaysOff.Includes(checkIn.ScheduledDate)) checkIn.Excuse(ExcuseReason.DayOff);
        return Unit.Value;
    }
}
