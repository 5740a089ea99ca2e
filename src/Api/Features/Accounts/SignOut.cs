using MediatR;
using Mentorship.Api.Pipeline;
using Mentorship.Domain;
using Mentorship.Infrastructure.Accounts;

namespace Mentorship.Api.Features.Accounts;

/// <summary>Ends the session that the caller came with: its tokens are refused from now on.</summary>
public sealed record SignOut(Guid Session) : ICommand<Unit>;

/// <summary>Ends every session of the account, on every device.</summary>
public sealed record SignOutEverywhere(AccountId Account) : ICommand<Unit>;

internal sealed class SignOutHandler(Sessions sessions) : IRequestHandler<SignOut, Unit>, IRequestHandler<SignOutEverywhere, Unit>
{
    public async Task<Unit> Handle(SignOut command, CancellationToken cancellation)
    {
        await sessions.End(command.Session, cancellation);
        return Unit.Value;
    }

    public async Task<Unit> Handle(SignOutEverywhere command, CancellationToken cancellation)
    {
        await sessions.EndAll(command.Account.Value, cancellation);
        return Unit.Value;
    }
}
