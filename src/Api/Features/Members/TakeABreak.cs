using MediatR;
using Mentorship.Api.Pipeline;
using Mentorship.Domain;
using Mentorship.Domain.Members;
using NodaTime;

namespace Mentorship.Api.Features.Members;

/// <summary>
/// A mentor takes nobody new for a while; no reason is asked and running pairings stay. Again changes nothing. 409 <c>not-a-mentor</c>.
/// </summary>
public sealed record TakeABreak(Actor Actor) : ICommand<Unit>, IActed;

/// <summary>A mentor is back, which also confirms that they are available. Again changes nothing. 409 <c>not-a-mentor</c>.</summary>
public sealed record ComeBack(Actor Actor) : ICommand<Unit>, IActed;

/// <summary>
/// A mentor says that they are still available; without that their place in the list lapses after the community's days. 409
/// <c>not-a-mentor</c>.
/// </summary>
public sealed record ConfirmAvailability(Actor Actor) : ICommand<Unit>, IActed;

internal sealed class TakeABreakHandler(IStore<Member, MemberId> members, IClock clock)
    : IRequestHandler<TakeABreak, Unit>, IRequestHandler<ComeBack, Unit>, IRequestHandler<ConfirmAvailability, Unit>
{
    public Task<Unit> Handle(TakeABreak command, CancellationToken cancellation) =>
        Do(command.Actor, member => member.PauseMentoring(clock.GetCurrentInstant()), cancellation);

    public Task<Unit> Handle(ComeBack command, CancellationToken cancellation) =>
        Do(command.Actor, member => member.ResumeMentoring(clock.GetCurrentInstant()), cancellation);

    public Task<Unit> Handle(ConfirmAvailability command, CancellationToken cancellation) =>
        Do(command.Actor, member => member.ConfirmAvailable(clock.GetCurrentInstant()), cancellation);

    private async Task<Unit> Do(Actor actor, Action<Member> step, CancellationToken cancellation)
    {
        step(await members.Get(actor.Member, cancellation));
        return Unit.Value;
    }
}
