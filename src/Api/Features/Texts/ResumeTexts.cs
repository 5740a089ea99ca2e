using MediatR;
using Mentorship.Api.Pipeline;
using Mentorship.Domain;
using Mentorship.Domain.Members;
using NodaTime;

namespace Mentorship.Api.Features.Texts;

/// <summary>A member who ended texts asks for them again, from the number that they agreed for. Again changes nothing.</summary>
public sealed record ResumeTexts(Actor Actor, MemberId Member) : ICommand<Unit>, IActed;

internal sealed class ResumeTextsHandler(IStore<Member, MemberId> members, IClock clock) : IRequestHandler<ResumeTexts, Unit>
{
    public async Task<Unit> Handle(ResumeTexts command, CancellationToken cancellation)
    {
        (await members.Get(command.Member, cancellation)).ResumeSms(clock.GetCurrentInstant());
        return Unit.Value;
    }
}
