using MediatR;
using Mentorship.Api.Pipeline;
using Mentorship.Domain;
using Mentorship.Domain.Members;
using Mentorship.Infrastructure.Accounts;

namespace Mentorship.Api.Features.Members;

/// <summary>
/// The mailbox of an address that a member asked to be reached at says yes, by the link of the note that went there: from now on notes go
/// to it. 409 <c>link-not-valid</c>.
/// </summary>
public sealed record ConfirmContact(string? Token) : ICommand<Unit>
{
    public override string ToString() => nameof(ConfirmContact);
}

internal sealed class ConfirmContactHandler(AddressChanges changes, AddressMove move, IStore<Member, MemberId> members)
    : IRequestHandler<ConfirmContact, Unit>
{
    public async Task<Unit> Handle(ConfirmContact command, CancellationToken cancellation)
    {
        var (member, address) = await changes.Take(command.Token, cancellation);
        await move.To(await members.Get(member, cancellation), address, cancellation);
        return Unit.Value;
    }
}
