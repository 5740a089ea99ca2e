using Mentorship.Domain;
using Mentorship.Domain.Notices;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Mentorship.Infrastructure.Persistence.Outbox;

/// <summary>What the gateway or the mail server had taken and could not deliver.</summary>
public sealed class ReturnedNotices(MentorshipDb db)
{
    /// <summary>Null where it is not known, or was taken back before.</summary>
    public async Task<ReturnedNotice?> Find(NoticeId id, CancellationToken cancellation)
    {
        var notice = await db.Notices.FirstOrDefaultAsync(n => n.Id == id && n.State != NoticeState.Dropped, cancellation);
        if (notice is null) return null;
        var recipient = await db.Members.FirstAsync(m => m.Id == notice.Recipient, cancellation);
        if (!notice.AsksForAnswer) return new(notice, recipient, null, []);
        var about = new CheckInId(notice.Subject);
        var checkIn = await db.CheckIns.FirstOrDefaultAsync(c => c.Id == about, cancellation);
        var others = await db.Notices.Where(n => n.Subject == notice.Subject && n.Recipient == notice.Recipient && n.Id != id)
            .ToListAsync(cancellation);
        return new(notice, recipient, checkIn, others);
    }

    /// <summary>The mail goes now. Its version counts in any case: its sender may be about to drop it because the text had left.</summary>
    public void Send(Notice mail, Instant now)
    {
        mail.GoAfterAll(now);
        db.Hold(mail);
    }
}
