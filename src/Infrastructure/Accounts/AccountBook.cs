using Microsoft.AspNetCore.Identity;

namespace Mentorship.Infrastructure.Accounts;

/// <summary>Log-ins by their address, over Identity; the caller saves.</summary>
internal sealed class AccountBook(UserManager<AccountUser> users, IUserEmailStore<AccountUser> addresses, DecoyHash decoy)
{
    public Task<AccountUser?> Find(string address) => users.FindByEmailAsync(address);

    public async Task<bool> IsKnown(string address) => await Find(address) is not null;

    public async Task<string> AddressOf(Guid account)
    {
        var found = await users.FindByIdAsync(account.ToString()) ?? throw new InvalidOperationException("A session has no account.");
        return (await users.GetEmailAsync(found))!;
    }

    /// <summary>Slow by design (some 0.2 seconds of one core); what a confirmation carries until its link is used.</summary>
    public string HashOf(string password) => users.PasswordHasher.HashPassword(new AccountUser(), password);

    public bool IsHashOf(string hash, string password) =>
        users.PasswordHasher.VerifyHashedPassword(new AccountUser(), hash, password) != PasswordVerificationResult.Failed;

    /// <summary>Opens a confirmed account. The unique key on the address's hash decides between two at the same moment.</summary>
    public async Task<AccountUser> Open(string address, string passwordHash)
    {
        var account = new AccountUser { EmailConfirmed = true, PasswordHash = passwordHash };
        await addresses.SetEmailAsync(account, address, CancellationToken.None);
        Succeed(await users.CreateAsync(account));
        return account;
    }

    /// <summary>The account whose password this is, or null; as slow for an address that nobody has.</summary>
    public async Task<AccountUser?> Check(string address, string password)
    {
        if (await Find(address) is { } account) return await IsPassword(account, password) ? account : null;
        users.PasswordHasher.VerifyHashedPassword(decoy.Account, decoy.Hash, password);
        return null;
    }

    public async Task ChangePassword(AccountUser account, string password)
    {
        account.PasswordHash = HashOf(password);
        Succeed(await users.UpdateSecurityStampAsync(account));
    }

    /// <summary>Keeps the stamp as it was read: Identity renews it with a hash of too few rounds, but the password is the same still.</summary>
    private async Task<bool> IsPassword(AccountUser account, string password)
    {
        var stamp = account.SecurityStamp;
        var isPassword = await users.CheckPasswordAsync(account, password);
        account.SecurityStamp = stamp;
        return isPassword;
    }

    // Identity's codes name rules, not addresses.
    private static void Succeed(IdentityResult result)
    {
        if (!result.Succeeded)
            throw new InvalidOperationException("Identity refused: " + string.Join(", ", result.Errors.Select(e => e.Code)));
    }
}
