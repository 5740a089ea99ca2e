using Mentorship.Domain;
using Mentorship.Domain.CheckIns;
using Mentorship.Domain.CheckIns.Ladder;
using Mentorship.Domain.Notices;
using Mentorship.Domain.Pairings;
using Mentorship.Domain.Time;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Mentorship.Infrastructure.Persistence.Outbox;

/// <summary>What is known of notices that their sender holds, and whether they may still go.</summary>
public sealed partial class Sending
{
    /// <summary>Finds what is known of all of them at once.</summary>
    public async Task<IReadOnlyList<Claimed>> Look(IReadOnlyList<Notice> notices, Instant now)
    {
        var to = notices.Select(n => n.Recipient).Distinct().ToList();
        var recipients = await db.Members.AsNoTracking().Where(m => to.Contains(m.Id))
            .Select(m => new Recipient(m.Id, m.EmailNotices, m.SmsNotices, m.PhoneHash, m.Contact, m.Quiet, m.Profile.ZoneId)).ToDictionaryAsync(m => m.Id);
        await vault.Fetch(to, CancellationToken.None);
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
    /// Those of a pair with nothing left to tell or to ask. An offer asks nothing more of who has said yes: of a mentor also so that a newcomer's
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
        || (notice.Kind == NoticeKind.PairingOffered
            && (pairing.Mentor == notice.Recipient ? pairing.MentorAcceptedAt : pairing.IntroducedAt) is not null);

    /// <summary>Whether the two of the check-in, or of the pairing itself, are no pair any more: who was told of it then is nobody's contact.</summary>
    public async Task<bool> IsParted(Guid subject)
    {
        var ofCheckIn = await db.CheckIns.Where(c => c.Id == new CheckInId(subject)).Select(c => c.Pairing).FirstOrDefaultAsync();
        var pairing = ofCheckIn == default ? new PairingId(subject) : ofCheckIn;
        return await db.Pairings.AnyAsync(p => p.Id == pairing && p.ClosedAt != null);
    }
}
