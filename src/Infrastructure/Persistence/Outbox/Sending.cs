using Mentorship.Domain;
using Mentorship.Domain.CheckIns;
using Mentorship.Domain.Members;
using Mentorship.Domain.Notices;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Mentorship.Infrastructure.Persistence.Outbox;

/// <summary>The outbox as its sender sees it: claim, look, record. Each step is saved alone, so that a kill between two of them loses nothing.</summary>
public sealed class Sending(MentorshipDb db)
{
    /// <summary>Takes waiting notices for one attempt. When another sender took some of them in between, looks again at what is left.</summary>
    public async Task<IReadOnlyList<Notice>> Claim(Instant now, Duration lease, int take, CancellationToken cancellation)
    {
        while (true)
        {
            var waiting = await db.Notices.Where(n => n.NextAttemptAt <= now).OrderBy(n => n.NextAttemptAt).Take(take).ToListAsync(cancellation);
            foreach (var notice in waiting) notice.Claim(now + lease);
            try
            {
                await db.SaveChangesAsync(CancellationToken.None);
                return waiting;
            }
            catch (Exception failure) when (LostRace.Is(failure))
            {
            }
            finally
            {
                db.ChangeTracker.Clear();
            }
        }
    }

    /// <summary>Watches the notice first, so that a failed look is recorded too: who gets it, and the occurrence that it is about, if it is about one.</summary>
    public async Task<(Member Recipient, CheckIn? CheckIn)> Look(Notice notice, CancellationToken cancellation)
    {
        db.Attach(notice);
        var recipient = await db.Members.AsNoTracking().FirstAsync(m => m.Id == notice.Recipient, cancellation);
        if (notice.Kind != NoticeKind.CheckInDue) return (recipient, null);
        return (recipient, await db.CheckIns.FirstAsync(c => c.Id == new CheckInId(notice.Subject), cancellation));
    }

    /// <summary>
    /// Saves what came of an attempt, even while the host stops. A row that somebody else changed meanwhile keeps their state:
    /// ours is forgotten, and a notice whose lease passed on to another sender is theirs to record.
    /// </summary>
    public async Task Record()
    {
        while (true)
        {
            try
            {
                await db.SaveChangesAsync(CancellationToken.None);
                db.ChangeTracker.Clear(); // else each save looks through all that were sent before
                return;
            }
            catch (DbUpdateConcurrencyException conflict)
            {
                foreach (var entry in conflict.Entries) entry.State = EntityState.Detached;
            }
        }
    }
}
