using Mentorship.Infrastructure.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Mentorship.Api.Tests.Accounts;

/// <summary>Identity's hasher with few iterations; the slow work that a caller caused can be counted.</summary>
internal sealed class CountingHasher() : PasswordHasher<AccountUser>(Options.Create(new PasswordHasherOptions { IterationCount = 10 }))
{
    private int _work;

    public int Work => _work;

    public override string HashPassword(AccountUser user, string password)
    {
        Interlocked.Increment(ref _work);
        return base.HashPassword(user, password);
    }

    public override PasswordVerificationResult VerifyHashedPassword(AccountUser user, string hashedPassword, string providedPassword)
    {
        Interlocked.Increment(ref _work);
        return base.VerifyHashedPassword(user, hashedPassword, providedPassword);
    }
}
