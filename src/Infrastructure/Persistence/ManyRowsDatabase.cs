using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Update;

namespace Mentorship.Infrastructure.Persistence;

/// <summary>
/// EF's own save, but that rows of which one save has many alike are <see cref="ManyRows"/>. New ones come last, in the same transaction:
/// what EF changes or deletes may make room for them, and they point to what it adds.
/// </summary>
internal sealed class ManyRowsDatabase(
    DatabaseDependencies dependencies, RelationalDatabaseDependencies relational, ICurrentDbContext current, ISqlGenerationHelper sql,
    IDbContextOptions options)
    : RelationalDatabase(dependencies, relational)
{
    public const int Many = 50;

    private readonly int _atOnce = RelationalOptionsExtension.Extract(options).MaxBatchSize ?? 500;

    public override async Task<int> SaveChangesAsync(IList<IUpdateEntry> entries, CancellationToken cancellationToken = default)
    {
        if (entries.Count < Many) return await base.SaveChangesAsync(entries, cancellationToken);
        var changed = Changed(entries);
        var kinds = KindsOfMany(entries);
        var added = entries.Where(e => e.EntityState == EntityState.Added && kinds.Contains(e.EntityType)).ToLookup(e => e.EntityType);
        var many = changed.Concat<ManyRows>(PrincipalsFirst(kinds).Select(k => new NewRows(k, [.. added[k]], sql, _atOnce))).ToList();
        if (many.Count == 0) return await base.SaveChangesAsync(entries, cancellationToken);
        var taken = many.SelectMany(m => m.Rows).ToHashSet();
        return await Save([.. entries.Where(e => !taken.Contains(e))], many, cancellationToken) + taken.Count;
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

    private IEnumerable<ChangedRows> Changed(IEnumerable<IUpdateEntry> entries) => entries
        .Where(e => e.EntityState == EntityState.Modified).GroupBy(e => e.EntityType)
        .Where(kind => kind.Count() >= Many && ChangedRows.CanTake(kind.Key)).SelectMany(kind => kind.GroupBy(ChangedRows.ColumnsOf))
        .Where(alike => alike.Count() >= Many && ChangedRows.IsFree(alike.First()))
        .Select(alike => new ChangedRows([.. alike], sql, _atOnce));

    /// <summary>New ones, of kinds to which no row that EF writes may point.</summary>
    private static HashSet<IEntityType> KindsOfMany(IList<IUpdateEntry> entries)
    {
        var all = entries.Select(e => e.EntityType).ToHashSet();
        var many = entries.Where(e => e.EntityState == EntityState.Added).CountBy(e => e.EntityType)
            .Where(kind => kind.Value >= Many && NewRows.CanTake(kind.Key)).Select(kind => kind.Key).ToHashSet();
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
