using FluentValidation;
using MediatR;
using Mentorship.Api.Pipeline;
using Mentorship.Domain;
using Mentorship.Domain.Pairings;
using NodaTime;

namespace Mentorship.Api.Features.Pairings;

/// <summary>
/// Either of the two says when they next meet or speak, within a year; null when nothing is agreed. Both see it. 400 <c>instant-range</c>;
/// 409 <c>pairing-wrong-state</c>.
/// </summary>
public sealed record SetNextMeeting(Actor Actor, PairingId Pairing, int? IfVersion, Instant? At) : ICommand<Unit>, IActed;

internal sealed class SetNextMeetingValidator : AbstractValidator<SetNextMeeting>
{
    public SetNextMeetingValidator(IClock clock) => RuleFor(s => s.At)
        .Must(at => at is null || (at > clock.GetCurrentInstant() && at < clock.GetCurrentInstant() + Duration.FromDays(366)))
        .WithErrorCode("instant-range").WithMessage("A moment to come, within a year.");
}

internal sealed class SetNextMeetingHandler(IStore<Pairing, PairingId> pairings) : IRequestHandler<SetNextMeeting, Unit>
{
    public async Task<Unit> Handle(SetNextMeeting command, CancellationToken cancellation)
    {
        var pairing = await pairings.Own(command.Pairing, command.Actor, command.IfVersion, cancellation);
        pairing.AgreeToMeet(command.Actor.Member, command.At);
        return Unit.Value;
    }
}
