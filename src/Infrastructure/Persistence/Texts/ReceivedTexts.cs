using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Mentorship.Infrastructure.Persistence.Texts;

/// <summary>Texts that came in, each worked on once.</summary>
internal sealed class ReceivedTexts(MentorshipDb db)
{
    /// <summary>
    /// Does <paramref name="work"/> in one transaction with the mark that it was done: a second delivery waits for the first and then finds
    /// the mark, and after a kill there is neither. When somebody else was faster it is all done again. False when it was done before.
    /// </summary>
    public Task<bool> Once(string id, Instant now, Func<Task> work, CancellationToken cancellation) =>
        db.InRounds(() => InOneTransaction(id, now, work, cancellation), cancellation);

    public Task Forget(Instant now, CancellationToken cancellation)
    {
        var before = now - ReceivedText.KeptFor;
        return db.Set<ReceivedText>().Where(t => t.At < before).ExecuteDeleteAsync(cancellation);
    }

    private async Task<bool> InOneTransaction(string id, Instant now, Func<Task> work, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        db.Add(new ReceivedText(id, now));
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException failure) when (UniqueViolation.Is(failure))
        {
            db.ChangeTracker.Clear();
            return false;
        }
        await work();
        await transaction.CommitAsync(CancellationToken.None);
        return true;
    }
}
