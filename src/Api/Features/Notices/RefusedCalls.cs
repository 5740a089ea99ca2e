using Mentorship.Domain;
using Mentorship.Domain.Members;
using Mentorship.Domain.Notices;
using Mentorship.Domain.Safety;
using Mentorship.Infrastructure.Persistence;
using Mentorship.Infrastructure.Persistence.Outbox;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Mentorship.Api.Features.Notices;

/// <summary>
/// A call that cannot reach its contact by any way is told to the coordinators anew, once: whoever read the list before may believe that
/// the contact is calling. Joins the save of what became of the notice, which may be tried on.
/// </summary>
internal sealed class RefusedCalls(MentorshipDb db, IMemberBook members)
{
    public async Task Report(Notice notice, Instant now)
    {
        if (notice.Kind != NoticeKind.SomeoneAsksForContact) return;
        var of = new ConcernId(notice.Subject);
        if (await db.Concerns.AsNoTracking().FirstOrDefaultAsync(c => c.Id == of) is not { ClosedAt: null } call) return;
        var told = db.Concerns.Where(c => c.Kind == ConcernKind.ContactUnreachable && c.Subject == call.Subject);
        if (await told.AnyAsync(c => c.RaisedAt >= call.RaisedAt)) return;
        var coordinators = await members.CoordinatorsFor([call.About], CancellationToken.None);
        db.Add(new Concern(call.CommunityId, ConcernKind.ContactUnreachable, call.About, call.Subject, coordinators[call.About], now));
    }
}
