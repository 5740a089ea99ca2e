using FluentValidation;
using MediatR;
using Mentorship.Api.Features.Members;
using Mentorship.Api.Pipeline;
using Mentorship.Domain;
using Mentorship.Infrastructure.Accounts;

namespace Mentorship.Api.Features.Accounts;

/// <summary>
/// Opens a confirmed account at once, or answers with the one that the address has; no endpoint leads here. For the log-ins of the
/// demonstration and of tours.
/// </summary>
public sealed record OpenAccount(string Email, string Password) : ICommand<AccountId>
{
    public override string ToString() => nameof(OpenAccount);
}

internal sealed class OpenAccountValidator : AbstractValidator<OpenAccount>
{
    public OpenAccountValidator()
    {
        RuleFor(o => o.Email).IsEmail();
        RuleFor(o => o.Password).NewPassword(o => o.Email);
    }
}

internal sealed class OpenAccountHandler(AccountBook accounts) : IRequestHandler<OpenAccount, AccountId>
{
    public async Task<AccountId> Handle(OpenAccount command, CancellationToken cancellation)
    {
        var account = await accounts.Find(command.Email) ?? await accounts.Open(command.Email, accounts.HashOf(command.Password));
        return new AccountId(account.Id);
    }
}
