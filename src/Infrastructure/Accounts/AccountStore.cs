using Mentorship.Infrastructure.Persistence;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;

namespace Mentorship.Infrastructure.Accounts;

/// <summary>Identity's store, but the use case saves: account, token and mail go in one transaction.</summary>
internal sealed class AccountStore : UserOnlyStore<AccountUser, MentorshipDb, Guid>
{
    public AccountStore(MentorshipDb db) : base(db) => AutoSaveChanges = false;
}
