using MediatR;
using Mentorship.Api.Pipeline;
using Mentorship.Domain;
using Mentorship.Domain.Members;

namespace Mentorship.Api.Features.Calendar;

/// <summary>A member makes a calendar to read in a program of their own, or makes it anew: the link of before leads nowhere. Answers what the link names.</summary>
public sealed record OpenCalendar(Actor Actor) : ICommand<Guid>, IActed;

/// <summary>A member revokes the link of their calendar. Again changes nothing.</summary>
public sealed record CloseCalendar(Actor Actor) : ICommand<Unit>, IActed;

internal sealed class OpenCalendarHandler(IStore<Member, MemberId> members) : IRequestHandler<OpenCalendar, Guid>, IRequestHandler<CloseCalendar, Unit>
{
    public async Task<Guid> Handle(OpenCalendar command, CancellationToken cancellation) =>
        (await members.Get(command.Actor.Member, cancellation)).OpenCalendar();

    public async Task<Unit> Handle(CloseCalendar command, CancellationToken cancellation)
    {
        (await members.Get(command.Actor.Member, cancellation)).CloseCalendar();
        return Unit.Value;
    }
}
