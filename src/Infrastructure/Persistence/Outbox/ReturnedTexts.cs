using Mentorship.Domain;
using Mentorship.Domain.Notices;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Mentorship.Infrastructure.Persistence.Outbox;

/// <summary>Texts that the gateway had taken and could not deliver.</summary>
public sealed class ReturnedTexts(MentorshipDb db)
{
    /// <summary>Null where it is not known, or was taken back before.</summary>
    public async Task<ReturnedText?> Find(NoticeId id, CancellationToken cancellation)
    {
        var text = await db.Notices.FirstOrDefaultAsync(
            n => n.Id == id && n.Channel == Channel.Sms && n.State != NoticeState.Dropped, cancellation);
        if (text is null) return null;
        var recipient = await db.Members.FirstAsync(m => m.Id == text.Recipient, cancellation);
        if (!text.AsksForAnswer) return new(text, recipient, null, []);
        var about = new CheckInId(text.Subject);
        var checkIn = await db.CheckIns.FirstOrDefaultAsync(c => c.Id == about, cancellation);
        var others = await db.Notices.Where(n => n.Subject == text.Subject && n.Recipient == text.Recipient && n.Id != id)
            .ToListAsync(cancellation);
        return new(text, recipient, checkIn, others);
    }

    /// <summary>The mail goes now. Its version counts in any case: its sender may be about to drop it because the text had left.</summary>
    public void Send(Notice mail, Instant now)
    {
        mail.GoAfterAll(now);
        db.Hold(mail);
    }
}
