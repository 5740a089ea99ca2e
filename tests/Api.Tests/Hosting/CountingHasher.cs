using Mentorship.Infrastructure.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Mentorship.Api.Tests.Hosting;

/// <summary>Identity's hasher with few iterations; the slow work that a caller caused can be counted, and something done while it lasts.</summary>
internal sealed class CountingHasher() : PasswordHasher<AccountUser>(Options.Create(new PasswordHasherOptions { IterationCount = 10 }))
{
    private int _work;
    private Action? _meanwhile;

    public int Work => _work;

    /// <summary>Once, while the next password is being tried.</summary>
    public void Meanwhile(Action act) => _meanwhile = act;

    public override string HashPassword(AccountUser user, string password)
    {
        Interlocked.Increment(ref _work);
        return base.HashPassword(user, password);
    }

    public override PasswordVerificationResult VerifyHashedPassword(AccountUser user, string hashedPassword, string providedPassword)
    {
        Interlocked.Increment(ref _work);
        Interlocked.Exchange(ref _meanwhile, null)?.Invoke();
        return base.VerifyHashedPassword(user, hashedPassword, providedPassword);
    }
}
