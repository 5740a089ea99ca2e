using Mentorship.Domain;
using Mentorship.Domain.Safety;
using Mentorship.Domain.Time;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Mentorship.Infrastructure.Persistence.Stores;

internal sealed class ConcernBook(MentorshipDb db) : IConcernBook
{
    public async Task<IReadOnlyList<Concern>> Raised(ConcernKind kind, MemberId about, Instant since, CancellationToken cancellation) =>
        await RaisedSince(kind, about, since).ToListAsync(cancellation);

    public async Task<IReadOnlyList<Concern>> OpenOf(IReadOnlyCollection<SilenceId> silences, CancellationToken cancellation)
    {
        var subjects = silences.Select(s => s.Value).ToList();
        return subjects.Count == 0 ? [] : await db.Concerns
            .Where(c => c.Kind == ConcernKind.GoneQuiet && c.ClosedAt == null && subjects.Contains(c.Subject)).ToListAsync(cancellation);
    }

    public async Task<bool> IsNewCall(MemberId about, PairingId pairing, bool tellsContact, Instant since, CancellationToken cancellation)
    {
        var caller = await db.Members.FirstAsync(m => m.Id == about, cancellation); // first: whoever calls after this changes what was read
        if (await HasOpenCall(about, pairing, tellsContact, since, cancellation)) return false;
        db.Hold(caller);
        return true;
    }

    private async Task<bool> HasOpenCall(MemberId about, PairingId pairing, bool tellsContact, Instant since, CancellationToken cancellation)
    {
        var subjects = await RaisedSince(ConcernKind.HelpAskedFor, about, since)
            .Where(c => c.ClosedAt == null).Select(c => c.Subject).ToListAsync(cancellation);
        var by = subjects.Select(s => new CheckInId(s)).ToList();
        if (subjects.Contains(pairing.Value)) return true;
        return by.Count > 0 && await db.CheckIns.AnyAsync(
            c => by.Contains(c.Id) && c.Pairing == pairing && !(tellsContact && c.Layer == Layer.Monthly), cancellation);
    }

    private IQueryable<Concern> RaisedSince(ConcernKind kind, MemberId about, Instant since) =>
        db.Concerns.Where(c => c.Kind == kind && c.About == about && c.RaisedAt > since);
}
