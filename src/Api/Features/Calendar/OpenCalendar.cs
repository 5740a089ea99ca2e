using MediatR;
using Mentorship.Api.Pipeline;
using Mentorship.Domain;
using Mentorship.Domain.Members;
using Mentorship.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.Api.Features.Calendar;

/// <summary>A member makes a calendar to read in a program of their own, or makes it anew: the link of before leads nowhere. Answers what the link names.</summary>
public sealed record OpenCalendar(Actor Actor) : ICommand<Guid>, IActed;

/// <summary>A member revokes the link of their calendar. Again changes nothing.</summary>
public sealed record CloseCalendar(Actor Actor) : ICommand<Unit>, IActed;

/// <summary>Whether a member has such a link.</summary>
public sealed record HasCalendar(Actor Actor) : IQuery<bool>, IActed;

internal sealed class HasCalendarHandler(MentorshipDb db) : IRequestHandler<HasCalendar, bool>
{
    public Task<bool> Handle(HasCalendar query, CancellationToken cancellation) =>
        db.Members.AnyAsync(m => m.Id == query.Actor.Member && m.CalendarFeed != null, cancellation);
}

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
