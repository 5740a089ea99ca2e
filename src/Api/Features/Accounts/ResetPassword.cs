using FluentValidation;
using MediatR;
using Mentorship.Api.Pipeline;
using Mentorship.Infrastructure.Accounts;

namespace Mentorship.Api.Features.Accounts;

/// <summary>Changes the password by a mailed link and ends every session of the account. 409 <c>link-not-valid</c>.</summary>
public sealed record ResetPassword(string? Token, string? Password) : ICommand<Unit>
{
    public override string ToString() => nameof(ResetPassword);
}

internal sealed class ResetPasswordValidator : AbstractValidator<ResetPassword>
{
    public ResetPasswordValidator() => RuleFor(r => r.Password).NewPassword(_ => null);
}

internal sealed class ResetPasswordHandler(AccountBook accounts, AccountTokens tokens, Sessions sessions)
    : IRequestHandler<ResetPassword, Unit>
{
    public async Task<Unit> Handle(ResetPassword command, CancellationToken cancellation)
    {
        var (address, _) = await tokens.Read(TokenPurpose.ResetPassword, command.Token, cancellation);
        var account = await accounts.Find(address) ?? throw AccountTokens.NotValid();
        AccountRules.MustBeNewPassword(command.Password, address); // the address is known only now
        await tokens.VoidAll(TokenPurpose.ResetPassword, address, cancellation);
        await accounts.ChangePassword(account, command.Password!);
        await sessions.EndAll(account.Id, cancellation);
        return Unit.Value;
    }
}
