using Mentorship.Domain;
using Mentorship.Domain.Members;
using Mentorship.Domain.Notices;
using Mentorship.Domain.Safety;
using Mentorship.Infrastructure.Persistence;
using Mentorship.Infrastructure.Persistence.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using NodaTime;

namespace Mentorship.Api.Features.Notices;

/// <summary>
/// A call that cannot reach its contact by any way is told to the coordinators anew, once: whoever read the list before may believe that
/// the contact is calling. Joins the save of what became of the notice, which may be tried on.
/// </summary>
internal sealed class RefusedCalls(MentorshipDb db, Sending outbox, IMemberBook members)
{
    /// <summary>A way that was tried so often in vain counts as none: after seven minutes, and who greylists for five has taken it by then.</summary>
    public const int Tries = 4;

    private (Notice Notice, Instant At)? _latest;

    /// <summary>
    /// A way of a call ended, or leads nowhere for now. The call's row is read before its other ways and counted up by who ends one, so
    /// that of two which end at the same moment one looks again (<see cref="LookAgain"/>).
    /// </summary>
    public async Task Report(Notice notice, Instant now)
    {
        _latest = null;
        if (notice.Kind != NoticeKind.SomeoneAsksForContact) return;
        var of = new ConcernId(notice.Subject);
        if (await db.Concerns.FirstOrDefaultAsync(c => c.Id == of) is not { ClosedAt: null } call) return;
        if (await outbox.IsParted(call.Subject)) return;
        _latest = (notice, now);
        var others = await outbox.OtherWays(notice).ToListAsync();
        if (others.Any(MayArrive))
        {
            if (notice.State == NoticeState.Dropped) db.Hold(call);
            return;
        }
        var told = db.Concerns.Where(c => c.Kind == ConcernKind.ContactUnreachable && c.Subject == call.Subject);
        if (await told.AnyAsync(c => c.RaisedAt >= call.RaisedAt)) return;
        if (others.Count > 0) db.Hold(call);
        var coordinators = await members.CoordinatorsFor([call.About], CancellationToken.None);
        db.Add(new Concern(call.CommunityId, ConcernKind.ContactUnreachable, call.About, call.Subject, coordinators[call.About], now));
    }

    /// <summary>The call was changed while the latest was reported: what was decided is decided anew.</summary>
    public async Task<bool> LookAgain(EntityEntry lost)
    {
        if (lost.Entity is not Concern || _latest is not var (notice, at)) return false;
        await lost.ReloadAsync();
        foreach (var raised in db.ChangeTracker.Entries<Concern>().Where(c => c.State == EntityState.Added).ToList()) TakeBack(raised);
        await Report(notice, at);
        return true;
    }

    private void TakeBack(EntityEntry<Concern> raised)
    {
        var of = raised.Entity.Id.Value;
        foreach (var told in db.ChangeTracker.Entries().Where(e => e.State == EntityState.Added).ToList())
            if (SubjectOf(told.Entity) == of) told.State = EntityState.Detached;
        raised.State = EntityState.Detached;
    }

    private static Guid? SubjectOf(object told) => told switch
    {
        AuditEntry line => line.Subject,
        Notice notice => notice.Subject,
        WebhookMessage message => message.Subject,
        _ => null,
    };

    private static bool MayArrive(Notice way) =>
        way.State == NoticeState.Sent || (way.State == NoticeState.Waiting && way.Attempts < Tries);
}
