using Mentorship.Infrastructure.Accounts.Passwords;

namespace Mentorship.Infrastructure.Accounts;

/// <summary>The one place where a password is tried: slowed down, and alike for an address that nobody has.</summary>
internal sealed class PasswordDoor(AccountBook accounts, SignInDelays delays)
{
    private const int LongestAddress = 254;

    /// <summary>Throws <see cref="TooManyAttempts"/> when it is too soon after failures.</summary>
    public async Task<AccountUser?> Enter(string? address, string? password, string network)
    {
        // Nothing that could have become an account; and hashing megabytes is work that a stranger must not be able to order.
        if (address is not { Length: > 0 and <= LongestAddress }) return null;
        if (password is not { Length: > 0 and <= 2 * PasswordRules.Longest }) return null;
        delays.Begin(address.Trim(), network);
        var account = await accounts.Check(address.Trim(), password);
        if (account is not null) delays.Succeeded(address.Trim(), network);
        return account;
    }
}
