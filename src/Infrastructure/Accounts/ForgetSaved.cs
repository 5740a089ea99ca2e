using Mentorship.Domain;
using Mentorship.Domain.Members;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Mentorship.Infrastructure.Accounts;

/// <summary>
/// After each save, the sessions, accounts and members that it touched are looked up anew: a token is refused, and a role counts, at once in
/// this process.
/// </summary>
internal sealed class ForgetSaved(BriefMemory<string, SignedIn> sessions, BriefMemory<(AccountId, CommunityId), Actor> members)
    : SaveChangesInterceptor
{
    public override ValueTask<int> SavedChangesAsync(
        SaveChangesCompletedEventData saved, int result, CancellationToken cancellationToken = default)
    {
        foreach (var entry in saved.Context!.ChangeTracker.Entries())
        {
            if (entry.Entity is Session session) sessions.Forget(OpaqueToken.KeyOf(session.AccessHash));
            else if (entry.Entity is AccountUser user) sessions.Forget(known => known.Account == user.Id);
            else if (entry.Entity is Member { AccountId: { } account } member) members.Forget((account, member.CommunityId));
        }
        return ValueTask.FromResult(result);
    }
}
