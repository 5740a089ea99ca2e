using FluentValidation;
using MediatR;
using Mentorship.Api.Features.Members;
using Mentorship.Api.Pipeline;
using Mentorship.Infrastructure.Accounts;

namespace Mentorship.Api.Features.Accounts;

/// <summary>
/// Asks for a link to choose a new password. Nothing here looks whether the address is known: the mail to an unknown one is dropped
/// later.
/// </summary>
public sealed record AskForReset(string? Email) : ICommand<Unit>
{
    public override string ToString() => nameof(AskForReset);
}

internal sealed class AskForResetValidator : AbstractValidator<AskForReset>
{
    public AskForResetValidator() => RuleFor(a => a.Email).IsEmail();
}

internal sealed class AskForResetHandler(AccountTokens tokens, MailAllowance allowance) : IRequestHandler<AskForReset, Unit>
{
    public Task<Unit> Handle(AskForReset command, CancellationToken cancellation)
    {
        var address = command.Email!.Trim();
        if (allowance.Take(address)) tokens.MailReset(address);
        return Unit.Task;
    }
}
