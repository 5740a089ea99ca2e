using Microsoft.AspNetCore.Identity;

namespace Mentorship.Infrastructure.Accounts;

/// <summary>
/// A log-in; it may be linked to members of several communities. It exists once its address is confirmed, and not before.
/// The user name that Identity wants is the id: an address stands in <see cref="IdentityUser{TKey}.Email"/> alone, and there only sealed.
/// </summary>
public sealed class AccountUser : IdentityUser<Guid>
{
    public static AccountUser For(string address, string passwordHash)
    {
        var id = Guid.CreateVersion7();
        return new AccountUser { Id = id, UserName = id.ToString("N"), Email = address, EmailConfirmed = true, PasswordHash = passwordHash };
    }
}
