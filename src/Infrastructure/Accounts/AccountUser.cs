using Microsoft.AspNetCore.Identity;

namespace Mentorship.Infrastructure.Accounts;

/// <summary>A log-in; it may be linked to members of several communities.</summary>
public sealed class AccountUser : IdentityUser<Guid>;
