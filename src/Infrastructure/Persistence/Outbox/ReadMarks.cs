using Mentorship.Domain;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Mentorship.Infrastructure.Persistence.Outbox;

/// <summary>What recipients have read of their notices.</summary>
public sealed class ReadMarks(MentorshipDb db)
{
    /// <summary>
    /// Keeps when it was first read; false when the recipient has no such notice. Past the row's version on purpose: that one fences its
    /// sender, and reading while a mail is handed over must not make it go twice.
    /// </summary>
    public async Task<bool> Mark(NoticeId notice, MemberId reader, Instant now, CancellationToken cancellation)
    {
        var theirs = db.Notices.Where(n => n.Id == notice && n.Recipient == reader);
        await theirs.Where(n => n.ReadAt == null).ExecuteUpdateAsync(n => n.SetProperty(x => x.ReadAt, now), cancellation);
        return await theirs.AnyAsync(cancellation);
    }
}
