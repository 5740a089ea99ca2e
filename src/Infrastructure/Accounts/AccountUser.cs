using Mentorship.Domain;
using Microsoft.AspNetCore.Identity;
using NodaTime;

namespace Mentorship.Infrastructure.Accounts;

/// <summary>
/// A log-in; it may be linked to members of several communities. It exists once its address is confirmed, and not before.
/// The user name that Identity wants is the id; the address is sealed, and Identity's own <c>Email</c> is not stored.
/// </summary>
public sealed class AccountUser : IdentityUser<Guid>
{
    public AccountUser() => UserName = (Id = Guid.CreateVersion7()).ToString("N");

    public Sealed Address { get; internal set; }

    /// <summary>When somebody was last signed in with it, to <see cref="Sessions.SeenGrain"/>; null before the first time.</summary>
    public Instant? SeenAt { get; private set; }
}
