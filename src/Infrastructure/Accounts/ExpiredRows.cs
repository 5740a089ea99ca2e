using Mentorship.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Mentorship.Infrastructure.Accounts;

/// <summary>Deletes what time has made useless: sessions, links and mails that have ended.</summary>
internal sealed class ExpiredRows(MentorshipDb db, IClock clock)
{
    public async Task Delete(CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        await db.Set<Session>().Where(s => s.EndsAt < now).ExecuteDeleteAsync(cancellation);
        await db.Set<AccountToken>().Where(t => t.EndsAt < now).ExecuteDeleteAsync(cancellation);
        await db.Set<AccountMail>().Where(m => m.EndsAt < now).ExecuteDeleteAsync(cancellation);
    }
}
