using FluentValidation;
using FluentValidation.Results;
using MediatR;
using Mentorship.Api.Pipeline;
using Mentorship.Infrastructure.Accounts;

namespace Mentorship.Api.Features.Accounts;

/// <summary>
/// Opens the account that a confirmation link stands for, to who knows the password that was chosen with it: whoever reads the mailbox may
/// be sent links that strangers asked for. 400 <c>password-wrong</c>, which leaves the link as it is; 409 <c>link-not-valid</c>.
/// </summary>
public sealed record ConfirmAddress(string? Token, string? Password) : ICommand<Unit>
{
    public override string ToString() => nameof(ConfirmAddress);
}

internal sealed class ConfirmAddressValidator : AbstractValidator<ConfirmAddress>
{
    public ConfirmAddressValidator() => RuleFor(c => c.Password).NotEmpty()
        .WithErrorCode("password-needed").WithMessage("Type the password that you chose when you asked for the account.");
}

internal sealed class ConfirmAddressHandler(AccountBook accounts, AccountTokens tokens) : IRequestHandler<ConfirmAddress, Unit>
{
    public async Task<Unit> Handle(ConfirmAddress command, CancellationToken cancellation)
    {
        var (address, passwordHash) = await tokens.Read(TokenPurpose.ConfirmAddress, command.Token, cancellation);
        if (await accounts.IsKnown(address)) throw AccountTokens.NotValid();
        if (!accounts.IsHashOf(passwordHash!, command.Password!)) throw Wrong();
        await tokens.VoidAll(TokenPurpose.ConfirmAddress, address, cancellation);
        await accounts.Open(address, passwordHash!);
        return Unit.Value;
    }

    private static ValidationException Wrong() => new(
    [
        new ValidationFailure("password", "This is not the password that was chosen with this link. If more than one note came, try the link of another.")
        {
            ErrorCode = "password-wrong",
        },
    ]);
}
