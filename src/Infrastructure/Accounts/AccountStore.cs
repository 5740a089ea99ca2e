using Mentorship.Infrastructure.Persistence;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.Infrastructure.Accounts;

/// <summary>
/// Identity's store with three differences: an address is stored sealed, it is looked for by its keyed hash and never sent to the
/// database itself, and the use case saves, so that account, token and mail go in one transaction.
/// </summary>
/// <remarks>
/// Identity's ProtectPersonalData would build the keys into EF's model, of which there is one in a process, would not bind
/// an address to its row, and sends the plain address in the first of its searches.
/// </remarks>
internal sealed class AccountStore : UserOnlyStore<AccountUser, MentorshipDb, Guid>
{
    private const string Use = "account/address";
    private readonly RingSeal _seal;
    private readonly AddressLookup _lookup;

    public AccountStore(MentorshipDb db, RingSeal seal, AddressLookup lookup) : base(db) =>
        (_seal, _lookup, AutoSaveChanges) = (seal, lookup, false);

    public override Task<string?> GetEmailAsync(AccountUser user, CancellationToken cancellationToken = default) =>
        Task.FromResult<string?>(_seal.Open(Use, user.Id, user.Address));

    public override Task SetEmailAsync(AccountUser user, string? email, CancellationToken cancellationToken = default)
    {
        user.Address = _seal.Seal(Use, user.Id, email ?? throw new ArgumentNullException(nameof(email)));
        return Task.CompletedTask;
    }

    public override Task SetNormalizedEmailAsync(AccountUser user, string? normalizedEmail, CancellationToken cancellationToken = default)
    {
        user.NormalizedEmail = _lookup.Current(normalizedEmail ?? throw new ArgumentNullException(nameof(normalizedEmail)));
        return Task.CompletedTask;
    }

    public override Task<AccountUser?> FindByEmailAsync(string normalizedEmail, CancellationToken cancellationToken = default)
    {
        var hashes = _lookup.Each(normalizedEmail);
        return Users.FirstOrDefaultAsync(u => hashes.Contains(u.NormalizedEmail!), cancellationToken);
    }
}
