using Mentorship.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Mentorship.Infrastructure.Accounts;

/// <summary>
/// Begins, finds, refreshes and ends sessions; the caller saves. An ended one is refused from that save on, by other hosts within a second;
/// so is one that began with a password that is no longer the account's.
/// </summary>
internal sealed class Sessions(MentorshipDb db, IClock clock, BriefMemory<string, SignedIn> memory)
{
    public static readonly Duration Access = Duration.FromMinutes(15);

    /// <summary>A device that is not used for so long has to sign in again.</summary>
    public static readonly Duration Idle = Duration.FromDays(14);

    /// <summary>And every device after this: NIST SP 800-63B-4, 2.1.3.</summary>
    public static readonly Duration Longest = Duration.FromDays(30);

    /// <summary>How exactly it is kept when an account was last used: so often at most is it written.</summary>
    public static readonly Duration SeenGrain = Duration.FromMinutes(15);

    public async Task<SessionTokens> Begin(AccountUser account, CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        await See(account.Id, account.SeenAt, cancellation);
        return Grant(new Session(account.Id, account.SecurityStamp!, Guid.CreateVersion7(), now, now), now);
    }

    /// <summary>A session whose token stays the same, for the cookie of the pages.</summary>
    public async Task<string> BeginForPages(Guid account, string stamp)
    {
        var (now, token) = (clock.GetCurrentInstant(), OpaqueToken.New());
        await See(account, null, CancellationToken.None);
        var session = new Session(account, stamp, Guid.CreateVersion7(), now, now);
        session.Grant(token, now + Idle, refresh: null, now + Idle);
        db.Add(session);
        return token.Text;
    }

    public async Task<SignedIn?> Find(string? accessToken, CancellationToken cancellation)
    {
        if (OpaqueToken.HashOf(accessToken) is not { } hash) return null;
        var found = await memory.Get(OpaqueToken.KeyOf(hash), () => Running(hash, cancellation));
        return found?.Until > clock.GetCurrentInstant() ? found : null;
    }

    /// <summary>
    /// The next tokens of the family, or null. A refresh token that was used before is in two hands: the whole family ends.
    /// Two at the same moment are told apart by the save, as only one of them can end the row.
    /// </summary>
    public async Task<SessionTokens?> Refresh(string? refreshToken, CancellationToken cancellation)
    {
        var hash = OpaqueToken.HashOf(refreshToken);
        var session = hash is null ? null : await db.Set<Session>().FirstOrDefaultAsync(s => s.RefreshHash == hash, cancellation);
        if (session is null) return null;
        var now = clock.GetCurrentInstant();
        if (session.EndedAt is null && session.EndsAt > now && await WithItsPassword().AnyAsync(i => i.Session.Id == session.Id, cancellation))
        {
            session.End(now);
            await See(session.AccountId, null, cancellation);
            return Grant(new Session(session.AccountId, session.Stamp, session.Family, session.BeganAt, now), now);
        }
        await EndFamily(session.Family, cancellation);
        return null;
    }

    public async Task Extend(string accessToken, CancellationToken cancellation)
    {
        if (await Load(accessToken, cancellation) is { } session) session.Extend(Bounded(session, clock.GetCurrentInstant()));
    }

    public async Task End(string accessToken, CancellationToken cancellation)
    {
        if (await Load(accessToken, cancellation) is { } session) await EndFamily(session.Family, cancellation);
    }

    public async Task End(Guid session, CancellationToken cancellation)
    {
        var family = await db.Set<Session>().Where(s => s.Id == session).Select(s => s.Family).FirstOrDefaultAsync(cancellation);
        await EndFamily(family, cancellation);
    }

    public async Task EndAll(Guid account, CancellationToken cancellation) =>
        End(await db.Set<Session>().Where(s => s.AccountId == account && s.EndedAt == null).ToListAsync(cancellation));

    private async Task EndFamily(Guid family, CancellationToken cancellation) =>
        End(await db.Set<Session>().Where(s => s.Family == family && s.EndedAt == null).ToListAsync(cancellation));

    private void End(List<Session> sessions) => sessions.ForEach(s => s.End(clock.GetCurrentInstant()));

    private SessionTokens Grant(Session session, Instant now)
    {
        var (access, refresh) = (OpaqueToken.New(), OpaqueToken.New());
        var endsAt = Bounded(session, now);
        session.Grant(access, Instant.Min(now + Access, endsAt), refresh, endsAt);
        db.Add(session);
        return new SessionTokens(access.Text, session.AccessEndsAt, refresh.Text, endsAt);
    }

    private static Instant Bounded(Session session, Instant now) => Instant.Min(now + Idle, session.BeganAt + Longest);

    private async Task<SignedIn?> Running(byte[] hash, CancellationToken cancellation)
    {
        var found = await WithItsPassword().Where(i => i.Session.AccessHash == hash && i.Session.EndedAt == null)
            .Select(i => new { Session = new SignedIn(i.Session.AccountId, i.Session.Id, i.Session.AccessEndsAt), i.Account.SeenAt })
            .FirstOrDefaultAsync(cancellation);
        if (found?.Session.Until > clock.GetCurrentInstant()) await See(found.Session.Account, found.SeenAt, cancellation);
        return found?.Session;
    }

    /// <summary>
    /// Keeps that an account is used. What was read with the session tells whether there is something to write, so that most uses write nothing;
    /// of several at the same moment one does. A time that lies ahead is of a clock that was wrong.
    /// </summary>
    private async Task See(Guid account, Instant? seenAt, CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        var before = now - SeenGrain;
        if (seenAt > before && seenAt <= now) return;
        await db.Users.Where(u => u.Id == account && (u.SeenAt == null || u.SeenAt <= before || u.SeenAt > now))
            .ExecuteUpdateAsync(u => u.SetProperty(x => x.SeenAt, now), cancellation);
    }

    /// <summary>A sign-in that was at work while the password was changed is saved with the stamp of before.</summary>
    private IQueryable<InUse> WithItsPassword() =>
        from session in db.Set<Session>().AsNoTracking()
        join account in db.Users on new { Id = session.AccountId, session.Stamp } equals new { account.Id, Stamp = account.SecurityStamp! }
        select new InUse { Session = session, Account = account };

    private async Task<Session?> Load(string accessToken, CancellationToken cancellation)
    {
        var hash = OpaqueToken.HashOf(accessToken);
        if (hash is null) return null;
        return await db.Set<Session>().FirstOrDefaultAsync(s => s.AccessHash == hash && s.EndedAt == null, cancellation);
    }

    private sealed class InUse
    {
        public required Session Session { get; init; }

        public required AccountUser Account { get; init; }
    }
}
