using Mentorship.Domain;
using NodaTime;

namespace Mentorship.Infrastructure.Accounts;

/// <summary>What a mailed link is for.</summary>
internal enum TokenPurpose
{
    ConfirmAddress,
    ResetPassword,
}

/// <summary>
/// What a mailed link stands for. It is made for every address alike, known or not; only when it comes back is an account looked for.
/// A confirmation carries the hash of the password that was chosen with it, by which who asked for the account is known when it is opened.
/// </summary>
internal sealed class AccountToken
{
    private AccountToken() { }

    public AccountToken(
        Guid id, TokenPurpose purpose, byte[] hash, Sealed address, string addressHash, string? passwordHash, Instant endsAt) =>
        (Id, Purpose, Hash, Address, AddressHash, PasswordHash, EndsAt) = (id, purpose, hash, address, addressHash, passwordHash, endsAt);

    public Guid Id { get; private init; }
    public TokenPurpose Purpose { get; private init; }
    public byte[] Hash { get; private init; } = [];
    public Sealed Address { get; private init; }

    /// <summary>Keyed hash of the address: when one of its tokens is used, the others of that purpose are void.</summary>
    public string AddressHash { get; private init; } = "";

    public string? PasswordHash { get; private init; }
    public Instant EndsAt { get; private init; }
}
