using Mentorship.Domain;
using Mentorship.Domain.CheckIns;
using Mentorship.Domain.CheckIns.Ladder;
using Mentorship.Domain.Notices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using NodaTime;

namespace Mentorship.Infrastructure.Persistence.Outbox;

/// <summary>The outbox as its sender sees it: claim, look, record. Each step is saved alone, so that a kill between two of them loses nothing.</summary>
public sealed partial class Sending(MentorshipDb db, ISilenceBook silences, IVault vault)
{
    /// <summary>Calls for help alone while there are any, else what has waited longest.</summary>
    public async Task<IReadOnlyList<Notice>> Claim(Channel channel, Instant now, Duration lease, int take, CancellationToken cancellation) =>
        await Claim(db.NoticesBy(channel, urgent: true), now, lease, take, cancellation) is { Count: > 0 } calls ? calls
            : await Claim(db.NoticesBy(channel, urgent: false), now, lease, take, cancellation);

    /// <summary>
    /// Takes waiting rows for one attempt. When another sender took some of them in between, looks again at what is left.
    /// </summary>
    internal async Task<IReadOnlyList<T>> Claim<T>(IQueryable<T> of, Instant now, Duration lease, int take, CancellationToken cancellation)
        where T : Outgoing
    {
        while (true)
        {
            var waiting = await of.Where(n => n.NextAttemptAt <= now).OrderBy(n => n.NextAttemptAt).Take(take).ToListAsync(cancellation);
            if (waiting.Count == 0) return waiting;
            foreach (var row in waiting) row.Claim(now + lease);
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

    /// <summary>
    /// Watches one that is about to be tried, and its check-in: whatever becomes of them is recorded. Only these, for each save looks at all
    /// that is watched.
    /// </summary>
    public void Watch(Outgoing row, CheckIn? about = null) => db.AttachRange(about is null ? [row] : [row, about]);

    /// <summary>
    /// Saves what came of an attempt. A row that somebody else changed meanwhile keeps their state, and a notice whose lease passed on to
    /// another sender is theirs to record. That a check-in has left stays true: where its row was changed meanwhile, it is read again and
    /// told so in the same save; but not by a notice that has come back before we could say so. Of what else was changed,
    /// <paramref name="again"/> says what stays true.
    /// </summary>
    public async Task Record(Outgoing row, CheckIn? about = null, Func<EntityEntry, Task<bool>>? again = null)
    {
        var leftAt = about?.SentAt;
        await db.Record(async lost =>
        {
            if (again is not null && await again(lost)) return true;
            if (lost.Entity == row && about is not null && await HasComeBack(lost)) db.Entry(about).State = EntityState.Detached;
            if (about is null || lost.Entity != about || leftAt is not { } at) return false;
            await lost.ReloadAsync();
            about.Sent(at);
            return true;
        });
        db.Entry(row).State = EntityState.Detached;
        if (about is not null) db.Entry(about).State = EntityState.Detached;
    }

    /// <summary>Lets go of what was claimed and not tried.</summary>
    public async Task GiveBack(IReadOnlyCollection<Outgoing> rows)
    {
        db.AttachRange(rows);
        foreach (var row in rows) row.GiveBack();
        await db.Record();
    }

    private static async Task<bool> HasComeBack(EntityEntry lost)
    {
        await lost.ReloadAsync();
        return lost.Entity is Outgoing { State: NoticeState.Dropped };
    }

    /// <summary>Whether the same is on its way, or has arrived, by another channel.</summary>
    public Task<bool> GoesAnotherWay(Notice notice) => OtherWays(notice).AnyAsync(n => n.State != NoticeState.Dropped);

    /// <summary>The same telling by its recipient's other channels.</summary>
    public IQueryable<Notice> OtherWays(Notice notice) => db.Notices.AsNoTracking().Where(n =>
        n.Subject == notice.Subject && n.Kind == notice.Kind && n.Recipient == notice.Recipient && n.Channel != notice.Channel);

    /// <summary>
    /// Keeps a notice that waits from every sender until then, as if one held it; false where somebody has written it since it was read.
    /// It stays due, so that nothing is lost where whoever asked dies.
    /// </summary>
    public async Task<bool> KeepBack(Notice notice, Instant until) => await db.Notices
        .Where(n => n.Id == notice.Id && n.Version == notice.Version && n.State == NoticeState.Waiting)
        .ExecuteUpdateAsync(n => n.SetProperty(x => x.NextAttemptAt, until).SetProperty(x => x.Version, x => x.Version + 1)) == 1;

    /// <summary>The same telling by another channel; null where its recipient gets none.</summary>
    public Task<Notice?> SameBy(Channel channel, Notice notice) => OtherWays(notice).FirstOrDefaultAsync(n => n.Channel == channel);
}
