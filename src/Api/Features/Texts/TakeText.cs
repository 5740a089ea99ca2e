using MediatR;
using Mentorship.Api.Pipeline;
using Mentorship.Domain;
using Mentorship.Domain.Members;
using NodaTime;

namespace Mentorship.Api.Features.Texts;

/// <summary>A member texted: whatever it says, they are there, and no silence of theirs goes on.</summary>
public sealed record TakeText(Actor Actor, MemberId Member) : ICommand<Unit>, IActed;

internal sealed class TakeTextHandler(IStore<Member, MemberId> members, IClock clock) : IRequestHandler<TakeText, Unit>
{
    public async Task<Unit> Handle(TakeText command, CancellationToken cancellation)
    {
        (await members.Get(command.Member, cancellation)).Heard(clock.GetCurrentInstant());
        return Unit.Value;
    }
}
