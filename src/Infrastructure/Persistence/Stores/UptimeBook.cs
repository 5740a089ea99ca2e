using Mentorship.Domain.CheckIns;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Mentorship.Infrastructure.Persistence.Stores;

/// <summary>When the service was there. Of all hosts together: while one of them is, there is no outage.</summary>
public sealed class UptimeBook(MentorshipDb db)
{
    private static readonly Duration KeptFor = Duration.FromDays(30); // the longest grace, twice

    private DbSet<Uptime> Rows => db.Set<Uptime>();

    /// <summary>
    /// The service is there. Lengthens the stretch that lasts, by one statement; begins another after an outage, and drops then what a clock
    /// that was ahead has begun.
    /// </summary>
    public async Task Record(Instant now, CancellationToken cancellation)
    {
        var (lasting, forgotten) = (now - Outages.Shortest, now - KeptFor);
        var last = Rows.Where(u => u.Since <= now && u.Until > lasting);
        if (await last.ExecuteUpdateAsync(u => u.SetProperty(x => x.Until, now), cancellation) > 0) return;
        await Rows.Where(u => u.Until < forgotten || u.Since > now).ExecuteDeleteAsync(cancellation);
        db.Add(new Uptime(now));
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException failure) when (UniqueViolation.Is(failure))
        {
            db.ChangeTracker.Clear(); // another host began it at the same instant
        }
    }

    /// <summary>Of the last weeks, the one that lasts to this moment included. A row for each outage, so all of them are read.</summary>
    public async Task<Outages> OutagesUntil(Instant now, CancellationToken cancellation)
    {
        var there = await Rows.AsNoTracking().Where(u => u.Since <= now).ToListAsync(cancellation);
        return Outages.Between(there.Select(u => new Interval(u.Since, u.Until)), now);
    }
}
