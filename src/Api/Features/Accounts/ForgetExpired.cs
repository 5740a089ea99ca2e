using MediatR;
using Mentorship.Api.Pipeline;
using Mentorship.Infrastructure.Accounts;

namespace Mentorship.Api.Features.Accounts;

/// <summary>Deletes sessions, links, invitations and account mails that have ended. Run by the timetable.</summary>
public sealed record ForgetExpired : ISavedInSteps<Unit>;

internal sealed class ForgetExpiredHandler(ExpiredRows rows) : IRequestHandler<ForgetExpired, Unit>
{
    public async Task<Unit> Handle(ForgetExpired command, CancellationToken cancellation)
    {
        await rows.Delete(cancellation);
        return Unit.Value;
    }
}
