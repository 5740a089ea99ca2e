using MediatR;
using Mentorship.Api.Pipeline;
using Mentorship.Domain;
using Mentorship.Domain.CheckIns;
using Mentorship.Domain.Members;
using NodaTime;

namespace Mentorship.Api.Features.CheckIns;

/// <summary>
/// Somebody sent a form by a check-in's link and nothing of it could be kept, or asked there to be called: they are there, and no silence
/// of theirs goes on. Scanners of mail open links; they send no forms.
/// </summary>
public sealed record ComeByLink(Actor Actor, CheckInId CheckIn) : ICommand<Unit>, IActed;

internal sealed class ComeByLinkHandler(IStore<CheckIn, CheckInId> checkIns, IStore<Member, MemberId> members, IClock clock)
    : IRequestHandler<ComeByLink, Unit>
{
    public async Task<Unit> Handle(ComeByLink command, CancellationToken cancellation)
    {
        var checkIn = await checkIns.Get(command.CheckIn, cancellation);
        (await members.Get(checkIn.Member, cancellation)).Heard(clock.GetCurrentInstant());
        return Unit.Value;
    }
}
