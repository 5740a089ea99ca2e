using MediatR;
using Mentorship.Api.Pipeline;
using Mentorship.Domain;
using Mentorship.Infrastructure.Accounts;

namespace Mentorship.Api.Features.Accounts;

/// <summary>
/// The account of an address and its password, or null: alike and as slow whether the address is unknown, unconfirmed or the password
/// wrong. Throws <c>TooManyAttempts</c> after failures from the same network. For the pages, which then set their cookie.
/// </summary>
public sealed record CheckPassword(string? Email, string? Password, string Network) : ICommand<CheckedPassword?>
{
    public override string ToString() => nameof(CheckPassword);
}

/// <summary>Whose password it is, and the account's security stamp as it was then: the session is of that password.</summary>
public sealed record CheckedPassword(AccountId Account, string Stamp)
{
    public override string ToString() => nameof(CheckedPassword);
}

internal sealed class CheckPasswordHandler(PasswordDoor door) : IRequestHandler<CheckPassword, CheckedPassword?>
{
    public async Task<CheckedPassword?> Handle(CheckPassword command, CancellationToken cancellation) =>
        await door.Enter(command.Email, command.Password, command.Network) is { } account
            ? new CheckedPassword(new(account.Id), account.SecurityStamp!) : null;
}
