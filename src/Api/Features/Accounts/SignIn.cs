using MediatR;
using Mentorship.Api.Pipeline;
using Mentorship.Infrastructure.Accounts;

namespace Mentorship.Api.Features.Accounts;

/// <summary>
/// Signs a device in over the API: tokens, or null for an unknown or unconfirmed address and a wrong password alike.
/// Throws <c>TooManyAttempts</c> after failures from the same network.
/// </summary>
public sealed record SignIn(string? Email, string? Password, string Network) : ICommand<SessionTokens?>
{
    public override string ToString() => nameof(SignIn);
}

internal sealed class SignInHandler(PasswordDoor door, Sessions sessions) : IRequestHandler<SignIn, SessionTokens?>
{
    public async Task<SessionTokens?> Handle(SignIn command, CancellationToken cancellation) =>
        await door.Enter(command.Email, command.Password, command.Network) is { } account ? await sessions.Begin(account, cancellation) : null;
}
