using Mentorship.Domain;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.Infrastructure.Persistence.Stores;

internal sealed class Batches(MentorshipDb db) : IBatches
{
    public Task<T> InOneTransaction<T>(Func<CancellationToken, Task<T>> work, CancellationToken cancellation) =>
        db.Database.CreateExecutionStrategy().ExecuteAsync(async token =>
        {
            db.ChangeTracker.Clear(); // an engine that retries starts again from what is stored
            await using var transaction = await db.Database.BeginTransactionAsync(token);
            var answer = await work(token);
            await transaction.CommitAsync(token);
            return answer;
        }, cancellation);

    public bool IsChanged(Entity entity) => db.Entry(entity).State is EntityState.Added or EntityState.Modified;

    public async Task Save(CancellationToken cancellation)
    {
        await db.SaveChangesAsync(cancellation);
        db.ChangeTracker.Clear();
    }

    public void Drop() => db.ChangeTracker.Clear();
}
