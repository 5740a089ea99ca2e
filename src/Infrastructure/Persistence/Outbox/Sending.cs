using Mentorship.Domain;
using Mentorship.Domain.CheckIns;
using Mentorship.Domain.CheckIns.Ladder;
using Mentorship.Domain.Notices;
using Mentorship.Domain.Pairings;
using Mentorship.Domain.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using NodaTime;

namespace Mentorship.Infrastructure.Persistence.Outbox;

/// <summary>The outbox as its sender sees it: claim, look, record. Each step is saved alone, so that a kill between two of them loses nothing.</summary>
public sealed class Sending(MentorshipDb db, ISilenceBook silences)
{
    /// <summary>Calls for help alone while there are any, else what has waited longest.</summary>
    public async Task<IReadOnlyList<Notice>> Claim(Channel channel, Instant now, Duration lease, int take, CancellationToken cancellation) =>
        await Claim(db.Notices.Where(n => n.Channel == channel && n.IsUrgent), now, lease, take, cancellation) is { Count: > 0 } calls ? calls
            : await Claim(db.Notices.Where(n => n.Channel == channel && !n.IsUrgent), now, lease, take, cancellation);

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

    /// <summary>Finds what is known of all of them at once.</summary>
    public async Task<IReadOnlyList<Claimed>> Look(IReadOnlyList<Notice> notices, Instant now)
    {
        var to = notices.Select(n => n.Recipient).Distinct().ToList();
        var recipients = await db.Members.AsNoTracking().Where(m => to.Contains(m.Id))
            .Select(m => new Recipient(m.Id, m.EmailNotices, m.SmsNotices, m.PhoneHash, m.Contact, m.Quiet, m.Profile.ZoneId)).ToDictionaryAsync(m => m.Id);
        await db.MemberKeys.Where(k => to.Contains(k.Member)).LoadAsync(); // else the vault asks for each
        var about = notices.Where(n => n.AsksForAnswer).Select(n => new CheckInId(n.Subject)).ToList();
        var checkIns = await db.CheckIns.AsNoTracking().Where(c => about.Contains(c.Id)).ToDictionaryAsync(c => c.Id.Value);
        var claimed = notices.Select(n => new Claimed(
            n, recipients.GetValueOrDefault(n.Recipient), n.AsksForAnswer ? checkIns.GetValueOrDefault(n.Subject) : null)).ToList();
        foreach (var held in claimed.Where(c => c.Notice.Kind.IsOfSilence()))
            held.IsOver = await silences.TellsNobody(held.Notice.Kind, new SilenceId(held.Notice.Subject), now, CancellationToken.None);
        var reminders = claimed.Where(c => c.Notice.Kind.IsOfLadder() && c.CheckIn is not null).ToList();
        var heard = await silences.Heard([.. reminders.Select(r => r.CheckIn!)], now, CancellationToken.None);
        foreach (var held in reminders.Where(r => heard.Contains(r.CheckIn!.Id))) held.IsOver = true;
        foreach (var held in claimed.Where(c => c.Notice.Kind.AsksForContact()))
            held.IsOver = await IsParted(await SubjectOf(held.Notice));
        foreach (var held in claimed.Where(c => c.Notice.Kind == NoticeKind.CoordinatorLookLater))
            held.IsOver = await IsLookedAfter(new ConcernId(held.Notice.Subject), now);
        await FindRests([.. claimed.Where(c => c.Notice.Kind.IsOfLadder())]);
        await FindChosen([.. claimed.Where(c => c.CheckIn is { IsAtChosenHour: true })]);
        await FindContacts([.. claimed.Where(c => c.CheckIn is not null && c.Notice.Channel == Channel.Sms)]);
        var settled = await Settled(notices);
        foreach (var held in claimed.Where(c => settled.Contains(c.Notice.Id))) held.IsOver = true;
        var overtaken = await Overtaken(checkIns.Values, now);
        foreach (var held in claimed.Where(c => c.CheckIn is { } checkIn && overtaken.Contains(checkIn.Id))) held.IsOvertaken = true;
        return claimed;
    }

    /// <summary>Those that never left although their plan has asked again since. Only what is an hour late is looked at: it is sooner rarely so.</summary>
    private async Task<IReadOnlySet<CheckInId>> Overtaken(IEnumerable<CheckIn> checkIns, Instant now)
    {
        var before = now - Duration.FromHours(1);
        var late = checkIns.Where(c => c.State == CheckInState.Scheduled && c.DueAt < before).Select(c => c.Id).ToList();
        if (late.Count == 0) return new HashSet<CheckInId>();
        var overtaken = db.CheckIns.Where(c => db.CheckIns.Any(n => n.Plan == c.Plan && n.ScheduledDate > c.ScheduledDate));
        return await overtaken.Where(c => late.Contains(c.Id)).Select(c => c.Id).ToHashSetAsync();
    }

    /// <summary>
    /// The days off of whom each note of the ladder is about. Which day it is, is asked later and of each note alone: its zone may be
    /// unknown by now.
    /// </summary>
    private async Task FindRests(IReadOnlyList<Claimed> ofLadder)
    {
        if (ofLadder.Count == 0) return;
        var silences = ofLadder.Where(c => c.Notice.Kind.IsOfSilence()).Select(c => new SilenceId(c.Notice.Subject)).ToList();
        var latest = await db.Silences.Where(s => silences.Contains(s.Id)).Select(s => new { s.Id, s.CheckIn })
            .ToDictionaryAsync(s => s.Id.Value, s => s.CheckIn);
        CheckInId CheckInOf(Guid subject) => latest.GetValueOrDefault(subject, new CheckInId(subject));
        var about = ofLadder.Select(c => (Held: c, CheckIn: CheckInOf(c.Notice.Subject))).ToList();
        var ids = about.Select(a => a.CheckIn).Distinct().ToList();
        var rests = await (
            from c in db.CheckIns
            where ids.Contains(c.Id)
            join m in db.Members on c.Member equals m.Id
            where m.DaysOff != DaysOff.None
            join p in db.Plans on c.Plan equals p.Id
            select new { c.Id, m.DaysOff, p.Times }).ToDictionaryAsync(r => r.Id);
        foreach (var (held, checkIn) in about)
            if (rests.GetValueOrDefault(checkIn) is { } rest) held.Rest = new(rest.DaysOff, rest.Times, held.Notice.CreatedAt);
    }

    private async Task<Guid> SubjectOf(Notice notice) => notice.Kind == NoticeKind.HelloWishedFor ? notice.Subject
        : await db.Concerns.Where(c => c.Id == new ConcernId(notice.Subject)).Select(c => c.Subject).FirstOrDefaultAsync();

    /// <summary>The hours that members chose for the plans by which they are asked.</summary>
    private async Task FindChosen(IReadOnlyList<Claimed> chosen)
    {
        if (chosen.Count == 0) return;
        var ids = chosen.Select(c => c.CheckIn!.Plan).Distinct().ToList();
        var times = await db.Plans.Where(p => ids.Contains(p.Id)).Select(p => new { p.Id, p.Times }).ToDictionaryAsync(p => p.Id, p => p.Times);
        foreach (var held in chosen) held.Chosen = times.GetValueOrDefault(held.CheckIn!.Plan);
    }

    /// <summary>A text names the digits that do something; a mail has them in its form.</summary>
    private async Task FindContacts(IReadOnlyList<Claimed> byText)
    {
        if (byText.Count == 0) return;
        var ids = byText.Select(c => c.CheckIn!.Pairing).Distinct().ToList();
        var pairings = await db.Pairings.AsNoTracking().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id);
        foreach (var held in byText)
            held.HasContact = pairings.GetValueOrDefault(held.CheckIn!.Pairing)?.ContactOf(held.CheckIn.Member) is not null;
    }

    /// <summary>Whether somebody who had gone quiet was looked after, was heard from or rests.</summary>
    private async Task<bool> IsLookedAfter(ConcernId id, Instant now)
    {
        var concern = await db.Concerns.AsNoTracking().FirstOrDefaultAsync(c => c.Id == id);
        if (concern is not { ClosedAt: null }) return true;
        var silence = new SilenceId(concern.Subject);
        var outOfReach = await db.Silences.AnyAsync(s => s.Id == silence && s.EndedBy == SilenceEnd.OutOfReach);
        return !outOfReach && await silences.IsOver(silence, now, CancellationToken.None);
    }

    /// <summary>
    /// Those of a pair with nothing left to tell or to ask. An offer that its mentor has taken asks nothing more of them, so that a newcomer's
    /// no afterwards cannot be told by a mail that fails to come.
    /// </summary>
    private async Task<IReadOnlySet<NoticeId>> Settled(IReadOnlyList<Notice> notices)
    {
        var ofPairs = notices.Where(n => n.Kind.IsOfPair()).ToList();
        if (ofPairs.Count == 0) return new HashSet<NoticeId>();
        var ids = ofPairs.Select(n => new PairingId(n.Subject)).Distinct().ToList();
        var pairings = await db.Pairings.AsNoTracking().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id.Value);
        return ofPairs.Where(n => pairings.TryGetValue(n.Subject, out var pairing) && IsSettled(n, pairing)).Select(n => n.Id).ToHashSet();
    }

    private static bool IsSettled(Notice notice, Pairing pairing) => pairing.ClosedAt is not null
        || (notice.Kind == NoticeKind.PairingOffered && pairing.Mentor == notice.Recipient && pairing.MentorAcceptedAt is not null);

    /// <summary>Whether the two of the check-in, or of the pairing itself, are no pair any more: who was told of it then is nobody's contact.</summary>
    public async Task<bool> IsParted(Guid subject)
    {
        var ofCheckIn = await db.CheckIns.Where(c => c.Id == new CheckInId(subject)).Select(c => c.Pairing).FirstOrDefaultAsync();
        var pairing = ofCheckIn == default ? new PairingId(subject) : ofCheckIn;
        return await db.Pairings.AnyAsync(p => p.Id == pairing && p.ClosedAt != null);
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
