using MediatR;
using Mentorship.Api.Pipeline;
using Mentorship.Domain;
using Mentorship.Domain.Members;

namespace Mentorship.Api.Features.Notices;

/// <summary>
/// A member starts or stops notices by e-mail, or stops them by the link in one of them; the inbox in the app goes on. Again changes
/// nothing. What a stop keeps from being sent is never counted as missed.
/// </summary>
public sealed record SetNotices(Actor Actor, MemberId Member, bool Email) : ICommand<Unit>, IActed;

internal sealed class SetNoticesHandler(IStore<Member, MemberId> members) : IRequestHandler<SetNotices, Unit>
{
    public async Task<Unit> Handle(SetNotices command, CancellationToken cancellation)
    {
        var member = await members.Get(command.Member, cancellation);
        if (command.Email) member.StartEmail();
        else member.StopEmail();
        return Unit.Value;
    }
}
