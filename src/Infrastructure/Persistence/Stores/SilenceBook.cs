using Mentorship.Domain;
using Mentorship.Domain.CheckIns;
using Mentorship.Domain.CheckIns.Ladder;
using Mentorship.Domain.Members;
using Mentorship.Domain.Notices;
using Mentorship.Domain.Pairings;
using Mentorship.Infrastructure.Persistence.Outbox;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Mentorship.Infrastructure.Persistence.Stores;

/// <summary>Reads a batch by a few questions, however many silences there are in it.</summary>
internal sealed class SilenceBook(MentorshipDb db, SignsOfLife signs) : ISilenceBook
{
    public async Task<IReadOnlyList<Unanswered>> ToRepeat(Instant now, int take, CancellationToken cancellation) => await (
        from c in db.CheckIns
        where c.RepeatAt <= now && c.State == CheckInState.Sent
        orderby c.RepeatAt
        join m in db.Members on c.Member equals m.Id
        select new Unanswered(c, m.Quiet, m.Profile.ZoneId)).Take(take).ToListAsync(cancellation);

    public async Task<IReadOnlyList<Standing>> Due(Instant now, int take, CancellationToken cancellation)
    {
        var due = await (
            from s in db.Silences
            where s.NextAt <= now
            orderby s.NextAt
            join p in db.Pairings on s.Pairing equals p.Id
            join m in db.Members on s.Member equals m.Id
            join c in db.CheckIns on s.CheckIn equals c.Id
            join plan in db.Plans on c.Plan equals plan.Id
            select new Rows(s, p, m, c, plan)).Take(take).ToListAsync(cancellation);
        if (due.Count == 0) return [];
        var lastSigns = await signs.Latest([.. due.Select(r => r.Silence.Member).Distinct()], due.Min(r => r.Silence.BeganAt), now, cancellation);
        var notes = await FirstNotes([.. due.Select(r => r.Silence.Id.Value)], cancellation);
        var recent = await Recent(due, now, cancellation);
        return [.. due.Select(r => Of(r, lastSigns, notes, recent))];
    }

    public async Task<IReadOnlyList<Silence>> Ahead(Instant now, int take, CancellationToken cancellation) =>
        await db.Silences.Where(DueWork.WaitsTooLong(now)).Take(take).ToListAsync(cancellation);

    public async Task<OpenSilences> Around(IReadOnlyCollection<CheckIn> checkIns, Instant now, CancellationToken cancellation)
    {
        if (checkIns.Count == 0) return new([], new Dictionary<MemberId, Instant>(), new HashSet<CheckInId>());
        var (ids, pairings, members) = (checkIns.Select(c => c.Id).ToList(), checkIns.Select(c => c.Pairing).ToList(), checkIns.Select(c => c.Member).Distinct().ToList());
        var open = await db.Silences.Where(s => s.IsOpen == true && pairings.Contains(s.Pairing) && members.Contains(s.Member)).ToListAsync(cancellation);
        var since = open.Select(s => s.BeganAt).Concat(checkIns.Select(c => c.DueAt)).Min();
        var ofNewcomers = await (
            from c in db.CheckIns
            where ids.Contains(c.Id)
            join p in db.Pairings on c.Pairing equals p.Id
            where p.Newcomer == c.Member
            select c.Id).ToHashSetAsync(cancellation);
        return new(open, await signs.Latest(members, since, now, cancellation), ofNewcomers);
    }

    public async Task<IReadOnlySet<CheckInId>> Heard(IReadOnlyCollection<CheckIn> checkIns, Instant now, CancellationToken cancellation)
    {
        if (checkIns.Min(c => c.SentAt) is not { } since) return new HashSet<CheckInId>();
        var lastSigns = await signs.Latest([.. checkIns.Select(c => c.Member).Distinct()], since, now, cancellation);
        return checkIns.Where(c => lastSigns.TryGetValue(c.Member, out var sign) && sign >= c.SentAt).Select(c => c.Id).ToHashSet();
    }

    public async Task<IReadOnlyList<Silence>> OpenOf(PairingId pairing, CancellationToken cancellation) =>
        await db.Silences.Where(s => s.Pairing == pairing && s.IsOpen == true).ToListAsync(cancellation);

    public async Task<bool> IsOver(SilenceId silence, Instant now, CancellationToken cancellation)
    {
        var open = await (
            from s in db.Silences.AsNoTracking()
            where s.Id == silence && s.IsOpen == true
            join p in db.Pairings on s.Pairing equals p.Id
            where p.State == PairingState.Introduced || p.State == PairingState.Active
            select s).FirstOrDefaultAsync(cancellation);
        return open is null || (await signs.Latest([open.Member], open.BeganAt, now, cancellation)).Count > 0;
    }

    public async Task<bool> TellsNobody(NoticeKind kind, SilenceId silence, Instant now, CancellationToken cancellation) =>
        await IsOver(silence, now, cancellation) || (kind == NoticeKind.HelloMightBeWelcome && await IsOutOfReach(silence, cancellation));

    public void Add(Silence silence) => db.Add(silence);

    public void Add(RungTaken taken) => db.Add(taken);

    private async Task<bool> IsOutOfReach(SilenceId silence, CancellationToken cancellation)
    {
        var member = await db.Members.AsNoTracking()
            .FirstOrDefaultAsync(m => db.Silences.Any(s => s.Id == silence && s.Member == m.Id), cancellation);
        var notes = await FirstNotes([silence.Value], cancellation);
        return member is null || Standing.IsOutOfReach(member, notes.GetValueOrDefault(silence.Value));
    }

    private async Task<Dictionary<Guid, FirstNote>> FirstNotes(List<Guid> silences, CancellationToken cancellation)
    {
        var notes = await db.Notices.AsNoTracking().Where(n => n.Kind == NoticeKind.HelloUnlessFine && silences.Contains(n.Subject))
            .Select(n => new { n.Subject, n.SentAt, n.State }).ToListAsync(cancellation);
        return notes.GroupBy(n => n.Subject).ToDictionary(n => n.Key, n => new FirstNote(n.Min(x => x.SentAt), n.All(x => x.State == NoticeState.Dropped)));
    }

    private async Task<List<RungTaken>> Recent(List<Rows> due, Instant now, CancellationToken cancellation)
    {
        var told = due.Select(r => r.Member.Id).Concat(due.Select(r => r.Pairing.Mentor)).Distinct().ToList();
        return await db.RungsTaken.AsNoTracking()
            .Where(t => told.Contains(t.Told) && t.At > now - Rung.LongestCoolDown && t.At <= now).ToListAsync(cancellation);
    }

    private static Standing Of(Rows rows, IReadOnlyDictionary<MemberId, Instant> lastSigns, Dictionary<Guid, FirstNote> notes, List<RungTaken> recent) => new(
        rows.Silence, rows.Pairing, rows.Member, rows.CheckIn, rows.Plan,
        lastSigns.TryGetValue(rows.Member.Id, out var sign) && sign >= rows.Silence.BeganAt ? sign : null,
        notes.GetValueOrDefault(rows.Silence.Id.Value),
        recent);

    private sealed record Rows(Silence Silence, Pairing Pairing, Member Member, CheckIn CheckIn, CheckInPlan Plan);
}
