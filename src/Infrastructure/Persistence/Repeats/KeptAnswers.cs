using Mentorship.Domain;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Mentorship.Infrastructure.Persistence.Repeats;

/// <summary>Which keys of a member are held or answered.</summary>
public sealed class KeptAnswers(MentorshipDb db, CommunityScope scope)
{
    /// <summary>Holds the key for this request, or finds what another request with it has left; the unique key decides between two.</summary>
    public async Task<(KeptAnswer Row, bool IsOurs)> Hold(MemberId member, byte[] key, byte[] request, Instant now, CancellationToken cancellation)
    {
        while (true)
        {
            var found = await Find(member, key, cancellation);
            if (found?.IsOverAt(now) == false) return (found, false);
            var row = found ?? new KeptAnswer(scope.Community, member, key, request, now);
            if (found is null) db.Add(row);
            else row.Hold(request, now);
            try
            {
                await db.SaveChangesAsync(cancellation);
                return (row, true);
            }
            catch (Exception failure) when (LostRace.Is(failure))
            {
                db.ChangeTracker.Clear(); // another was faster; it may have let go since, so look again
            }
        }
    }

    /// <summary>Keeps the answer; false when the lease has passed on to another request meanwhile.</summary>
    public async Task<bool> Keep(KeptAnswer held, int status, string? location, byte[]? body, CancellationToken cancellation)
    {
        var row = await Find(held.Member, held.Key, cancellation);
        if (row is null || row.HeldAt != held.HeldAt) return false;
        row.Keep(status, location, body);
        await db.SaveChangesAsync(cancellation);
        return true;
    }

    /// <summary>Nothing was done: the key is free again.</summary>
    public Task Release(KeptAnswer held) => db.Set<KeptAnswer>()
        .Where(a => a.Member == held.Member && a.Key == held.Key && a.HeldAt == held.HeldAt && a.Status == null).ExecuteDeleteAsync();

    /// <summary>Deletes, in every community, what is older than a day; answers how many.</summary>
    public Task<int> Forget(Instant now, CancellationToken cancellation)
    {
        var before = now - KeptAnswer.KeptFor;
        return db.Set<KeptAnswer>().IgnoreQueryFilters([MentorshipDb.CommunityFilter]).Where(a => a.HeldAt <= before).ExecuteDeleteAsync(cancellation);
    }

    private Task<KeptAnswer?> Find(MemberId member, byte[] key, CancellationToken cancellation) =>
        db.Set<KeptAnswer>().FirstOrDefaultAsync(a => a.Member == member && a.Key == key, cancellation);
}
