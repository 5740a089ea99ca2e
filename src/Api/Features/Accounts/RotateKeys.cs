using MediatR;
using Mentorship.Api.Pipeline;
using Mentorship.Domain;
using Mentorship.Infrastructure.Accounts;

namespace Mentorship.Api.Features.Accounts;

/// <summary>
/// Brings some members of one community under the current master key; answers how many of them lists know by an address that is no longer
/// kept, so that only the older key finds them.
/// </summary>
public sealed record RotateMemberKeys(Actor Actor, IReadOnlyList<MemberId> Members) : ICommand<int>, IActed;

/// <summary>Brings the addresses of some accounts under the current master key.</summary>
public sealed record RotateAccountKeys(IReadOnlyList<AccountId> Accounts) : ICommand<Unit>;

/// <summary>Brings the keys of cookies and forms under the current master key.</summary>
public sealed record RotateDataProtectionKeys : ICommand<Unit>;

/// <summary>Every member of one community whose data has a key.</summary>
public sealed record MembersWithKeys(Actor Actor) : IQuery<IReadOnlyList<MemberId>>, IActed;

/// <summary>Every account.</summary>
public sealed record AllAccounts : IQuery<IReadOnlyList<AccountId>>;

internal sealed class RotateKeysHandler(KeyRotation rotation)
    : IRequestHandler<RotateMemberKeys, int>, IRequestHandler<RotateAccountKeys, Unit>,
      IRequestHandler<RotateDataProtectionKeys, Unit>,
      IRequestHandler<MembersWithKeys, IReadOnlyList<MemberId>>, IRequestHandler<AllAccounts, IReadOnlyList<AccountId>>
{
    public Task<int> Handle(RotateMemberKeys command, CancellationToken cancellation) => rotation.RotateMembers(command.Members, cancellation);

    public async Task<Unit> Handle(RotateAccountKeys command, CancellationToken cancellation)
    {
        await rotation.RotateAccounts([.. command.Accounts.Select(a => a.Value)], cancellation);
        return Unit.Value;
    }

    public async Task<Unit> Handle(RotateDataProtectionKeys command, CancellationToken cancellation)
    {
        await rotation.RotateDataProtection(cancellation);
        return Unit.Value;
    }

    public async Task<IReadOnlyList<MemberId>> Handle(MembersWithKeys query, CancellationToken cancellation) => await rotation.Members(cancellation);

    public async Task<IReadOnlyList<AccountId>> Handle(AllAccounts query, CancellationToken cancellation) =>
        [.. (await rotation.Accounts(cancellation)).Select(id => new AccountId(id))];
}
