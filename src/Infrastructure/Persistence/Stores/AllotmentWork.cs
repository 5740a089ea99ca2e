using Mentorship.Domain.Matching;
using Mentorship.Domain.Matching.Drafts;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Mentorship.Infrastructure.Persistence.Stores;

/// <summary>An allotment as its worker sees it: take up, tell how far it is, record. Each step is saved alone.</summary>
public sealed class AllotmentWork(MentorshipDb db)
{
    /// <summary>
    /// The one that waits longest, or that its worker has let go; null when there is none. Of two workers the faster has it. One that was
    /// taken up too often fails, and the next is looked for.
    /// </summary>
    public async Task<AllotmentDraft?> TakeUp(Instant now, Duration lease, CancellationToken cancellation)
    {
        while (true)
        {
            var draft = await db.Allotments.Where(d => d.State == DraftState.Waiting || (d.State == DraftState.Working && d.HeldUntil < now))
                .OrderBy(d => d.AskedAt).FirstOrDefaultAsync(cancellation);
            if (draft is null) return null;
            var isTaken = draft.TakeUp(now + lease);
            try
            {
                await db.SaveChangesAsync(CancellationToken.None);
                if (isTaken) return draft;
            }
            catch (Exception failure) when (LostRace.Is(failure))
            {
                db.ChangeTracker.Clear();
            }
        }
    }

    /// <summary>How far it is, and for how long its worker keeps it; false when it is theirs no longer.</summary>
    public async Task<bool> Tell(AllotmentDraft draft, AllotmentStep step, Instant until, CancellationToken cancellation) =>
        await db.Allotments.Where(d => d.Id == draft.Id && d.Version == draft.Version).ExecuteUpdateAsync(d => d
            .SetProperty(x => x.Percent, step.Percent).SetProperty(x => x.Step, step.Step).SetProperty(x => x.HeldUntil, until), cancellation) == 1;

    /// <summary>Saves what came of it, even while the host stops; false when somebody cancelled it or took it up meanwhile.</summary>
    public async Task<bool> Record()
    {
        try
        {
            await db.SaveChangesAsync(CancellationToken.None);
            return true;
        }
        catch (Exception failure) when (LostRace.Is(failure))
        {
            db.ChangeTracker.Clear();
            return false;
        }
    }
}
