using MediatR;
using Mentorship.Api.Pipeline;
using Mentorship.Infrastructure.Accounts;

namespace Mentorship.Api.Features.Accounts;

/// <summary>
/// Opens the account that a confirmation link stands for, with the password that was chosen with it. 409 <c>link-not-valid</c>.
/// </summary>
public sealed record ConfirmAddress(string? Token) : ICommand<Unit>
{
    public override string ToString() => nameof(ConfirmAddress);
}

internal sealed class ConfirmAddressHandler(AccountBook accounts, AccountTokens tokens) : IRequestHandler<ConfirmAddress, Unit>
{
    public async Task<Unit> Handle(ConfirmAddress command, CancellationToken cancellation)
    {
        var (address, passwordHash) = await tokens.Read(TokenPurpose.ConfirmAddress, command.Token, cancellation);
        if (await accounts.IsKnown(address)) throw AccountTokens.NotValid();
        await tokens.VoidAll(TokenPurpose.ConfirmAddress, address, cancellation);
        await accounts.Open(address, passwordHash!);
        return Unit.Value;
    }
}
