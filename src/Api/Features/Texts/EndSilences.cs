using MediatR;
using Mentorship.Api.Pipeline;
using Mentorship.Domain;
using Mentorship.Domain.CheckIns.Ladder;
using NodaTime;

namespace Mentorship.Api.Features.Texts;

/// <summary>A member texted, whatever it says: nobody is told any more that they are silent. Again changes nothing.</summary>
public sealed record EndSilences(Actor Actor, MemberId Member) : ICommand<Unit>, IActed;

internal sealed class EndSilencesHandler(ISilenceBook book, IClock clock) : IRequestHandler<EndSilences, Unit>
{
    public async Task<Unit> Handle(EndSilences command, CancellationToken cancellation)
    {
        foreach (var silence in await book.OpenOf(command.Member, cancellation)) silence.End(SilenceEnd.SignOfLife, clock.GetCurrentInstant());
        return Unit.Value;
    }
}
