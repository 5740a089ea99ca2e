using Mentorship.Domain;
using Mentorship.Domain.CheckIns.Ladder;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Mentorship.Infrastructure.Persistence.Stores;

/// <summary>
/// When members last showed that they are there: an answer, late or not, "I'm fine", a note read in the app, a text whatever it says, a
/// form by a link that had ended, a sign-in or whatever use of a page or a device that is signed in, which their account keeps to a quarter
/// of an hour. They are looked for when a silence climbs, so that nothing else has to know of the ladder.
/// </summary>
internal sealed class SignsOfLife(MentorshipDb db)
{
    /// <summary>
    /// The latest of each member who showed one at <paramref name="since"/> or later. What lies after <paramref name="now"/> is of a clock that
    /// was ahead, and says nothing of when it was.
    /// </summary>
    public async Task<IReadOnlyDictionary<MemberId, Instant>> Latest(
        IReadOnlyCollection<MemberId> members, Instant since, Instant now, CancellationToken cancellation)
    {
        var answered = await db.CheckIns.AsNoTracking().Where(c => members.Contains(c.Member) && c.AnsweredAt >= since && c.AnsweredAt <= now)
            .Select(c => new { c.Member, At = c.AnsweredAt!.Value }).ToListAsync(cancellation);
        var read = await db.Notices.AsNoTracking().Where(n => members.Contains(n.Recipient) && n.ReadAt >= since && n.ReadAt <= now)
            .Select(n => new { Member = n.Recipient, At = n.ReadAt!.Value }).ToListAsync(cancellation);
        var texted = await db.Members.AsNoTracking().Where(m => members.Contains(m.Id) && m.TextedAt >= since && m.TextedAt <= now)
            .Select(m => new { Member = m.Id, At = m.TextedAt!.Value }).ToListAsync(cancellation);
        var fine = await db.Silences.AsNoTracking().Where(s => members.Contains(s.Member) && s.EndedBy == SilenceEnd.SaidFine && s.EndedAt >= since && s.EndedAt <= now)
            .Select(s => new { s.Member, At = s.EndedAt!.Value }).ToListAsync(cancellation);
        var accounts = await db.Members.AsNoTracking().Where(m => members.Contains(m.Id) && m.AccountId != null)
            .Select(m => new { m.Id, Account = m.AccountId!.Value }).ToListAsync(cancellation);
        var ids = accounts.Select(a => a.Account.Value).ToList();
        var seen = await db.Users.AsNoTracking().Where(u => ids.Contains(u.Id) && u.SeenAt >= since && u.SeenAt <= now)
            .Select(u => new { u.Id, At = u.SeenAt!.Value }).ToDictionaryAsync(u => u.Id, u => u.At, cancellation);
        var signedIn = accounts.Where(a => seen.ContainsKey(a.Account.Value)).Select(a => new { Member = a.Id, At = seen[a.Account.Value] });
        return answered.Concat(read).Concat(texted).Concat(fine).Concat(signedIn).GroupBy(s => s.Member).ToDictionary(s => s.Key, s => s.Max(x => x.At));
    }
}
