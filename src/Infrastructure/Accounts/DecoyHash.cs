using Microsoft.AspNetCore.Identity;

namespace Mentorship.Infrastructure.Accounts;

/// <summary>
/// A hash that no password has, made by the same hasher, so that a sign-in with an unknown address takes as long as any other.
/// </summary>
internal sealed class DecoyHash(IPasswordHasher<AccountUser> hasher)
{
    public AccountUser Account { get; } = new();

    public string Hash { get; } = hasher.HashPassword(new AccountUser(), OpaqueToken.New().Text);
}
