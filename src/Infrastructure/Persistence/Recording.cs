using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Mentorship.Infrastructure.Persistence;

/// <summary>Saves what came of something that cannot be taken back, such as a mail that left: even while the host stops.</summary>
internal static class Recording
{
    private const int Attempts = 5;

    /// <summary>
    /// A row that somebody else changed meanwhile keeps their state, and ours is forgotten, unless <paramref name="again"/> reads it anew and
    /// says on it what stays true; what lost a deadlock is saved again. False when a row was forgotten: it is watched no longer.
    /// </summary>
    public static async Task<bool> Record(this MentorshipDb db, Func<EntityEntry, Task<bool>>? again = null)
    {
        for (var (lost, whole) = (0, true); ;)
        {
            try
            {
                await db.SaveChangesAsync(CancellationToken.None);
                return whole;
            }
            catch (DbUpdateConcurrencyException conflict) when (conflict.Entries.Count > 0)
            {
                foreach (var entry in conflict.Entries)
                {
                    if (again is not null && ++lost < Attempts && await again(entry)) continue;
                    entry.State = EntityState.Detached;
                    whole = false;
                }
            }
            catch (Exception failure) when (LostRace.Is(failure) && ++lost < Attempts)
            {
            }
        }
    }
}
