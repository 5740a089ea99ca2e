using FluentValidation;
using MediatR;
using Mentorship.Api.Features.Members;
using Mentorship.Api.Pipeline;
using Mentorship.Infrastructure.Accounts;

namespace Mentorship.Api.Features.Accounts;

/// <summary>
/// Asks for an account: a link goes to the address, and the account is opened when it comes back. Nothing here looks whether the
/// address is known; <see cref="SendAccountMail"/> does, later, and then writes that there is an account. So the answer, its time
/// and the rows that are written are the same for every address.
/// </summary>
public sealed record SignUp(string? Email, string? Password, bool StatedAdult) : ICommand<Unit>
{
    public override string ToString() => nameof(SignUp);
}

internal sealed class SignUpValidator : AbstractValidator<SignUp>
{
    public SignUpValidator()
    {
        RuleFor(s => s.Email).IsEmail();
        RuleFor(s => s.Password).NewPassword(s => s.Email);
        RuleFor(s => s.StatedAdult).Equal(true)
            .WithErrorCode("adult-statement-needed").WithMessage("This is for adults: say that you are one.");
    }
}

internal sealed class SignUpHandler(AccountBook accounts, AccountTokens tokens, MailAllowance allowance) : IRequestHandler<SignUp, Unit>
{
    public Task<Unit> Handle(SignUp command, CancellationToken cancellation)
    {
        var (address, hash) = (command.Email!.Trim(), accounts.HashOf(command.Password!));
        if (allowance.Take(address)) tokens.MailConfirmation(address, hash);
        return Unit.Task;
    }
}
