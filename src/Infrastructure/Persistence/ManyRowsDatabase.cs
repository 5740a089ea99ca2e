using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Update;

namespace Mentorship.Infrastructure.Persistence;

/// <summary>
/// EF's own save, but that new rows of which one save has many are <see cref="ManyRows"/>. They come last, in the same transaction: what EF
/// changes or deletes may make room for them, and they point to what it adds.
/// </summary>
internal sealed class ManyRowsDatabase(
    DatabaseDependencies dependencies, RelationalDatabaseDependencies relational, ICurrentDbContext current, ISqlGenerationHelper sql)
    : RelationalDatabase(dependencies, relational)
{
    public const int Many = 50;

    public override async Task<int> SaveChangesAsync(IList<IUpdateEntry> entries, CancellationToken cancellationToken = default)
    {
        var kinds = KindsOfMany(entries);
        if (kinds.Count == 0) return await base.SaveChangesAsync(entries, cancellationToken);
        bool IsOfMany(IUpdateEntry entry) => entry.EntityState == EntityState.Added && kinds.Contains(entry.EntityType);
        var added = entries.Where(IsOfMany).ToLookup(e => e.EntityType);
        var many = PrincipalsFirst(kinds).Select(k => new ManyRows(k, [.. added[k]], sql)).ToList();
        return await Save([.. entries.Where(e => !IsOfMany(e))], many, cancellationToken) + many.Sum(m => m.Count);
    }

    private async Task<int> Save(List<IUpdateEntry> few, List<ManyRows> many, CancellationToken cancellation)
    {
        var database = current.Context.Database;
        var before = database.AutoTransactionBehavior;
        database.AutoTransactionBehavior = AutoTransactionBehavior.Always; // EF looks at its own batch alone to see whether one is needed
        try
        {
            var batches = RelationalDependencies.BatchPreparer.BatchCommands(few, Dependencies.UpdateAdapterFactory.Create());
            return await RelationalDependencies.BatchExecutor
                .ExecuteAsync(batches.Concat(many), RelationalDependencies.Connection, cancellation);
        }
        finally
        {
            database.AutoTransactionBehavior = before;
        }
    }

    /// <summary>None to which a row that EF writes may point.</summary>
    private static HashSet<IEntityType> KindsOfMany(IList<IUpdateEntry> entries)
    {
        if (entries.Count < Many) return [];
        var all = entries.Select(e => e.EntityType).ToHashSet();
        var many = entries.Where(e => e.EntityState == EntityState.Added).CountBy(e => e.EntityType)
            .Where(kind => kind.Value >= Many && ManyRows.CanTake(kind.Key)).Select(kind => kind.Key).ToHashSet();
        while (many.RemoveWhere(kind => all.Any(other => !many.Contains(other) && PointsTo(other, kind))) > 0)
        {
        }
        return many;
    }

    private static IEnumerable<IEntityType> PrincipalsFirst(IEnumerable<IEntityType> kinds)
    {
        for (var left = kinds.ToList(); left.Count > 0;)
        {
            var next = left.First(kind => !left.Any(other => PointsTo(kind, other)));
            yield return next;
            left.Remove(next);
        }
    }

    private static bool PointsTo(IEntityType kind, IEntityType other) => kind.GetForeignKeys().Any(k => k.PrincipalEntityType == other);
}
