using MediatR;
using Mentorship.Api.Pipeline;
using Mentorship.Domain;
using Mentorship.Infrastructure.Persistence.Outbox;
using NodaTime;

namespace Mentorship.Api.Features.Inbox;

/// <summary>The caller has read one of their notices; once read it stays read. To everybody else there is none.</summary>
public sealed record ReadNotice(Actor Actor, NoticeId Notice) : ICommand<Unit>, IActed;

internal sealed class ReadNoticeHandler(ReadMarks marks, IClock clock) : IRequestHandler<ReadNotice, Unit>
{
    public async Task<Unit> Handle(ReadNotice command, CancellationToken cancellation) =>
        await marks.Mark(command.Notice, command.Actor.Member, clock.GetCurrentInstant(), cancellation)
            ? Unit.Value
            : throw new NotFound("notice");
}
