using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Update;

namespace Mentorship.Infrastructure.Persistence;

/// <summary>
/// Rows that changed in the same columns, written by one statement that is prepared once: in few round trips where the engine has any,
/// else one after the other. Each tells whether somebody else was faster.
/// </summary>
internal sealed class ChangedRows(IReadOnlyList<IUpdateEntry> rows, ISqlGenerationHelper sql, int atOnce)
    : ManyRows(rows[0].EntityType, InOrderOfKeys(rows), sql)
{
    private readonly IColumnMapping[] _written = [.. Changed(rows[0]).Select(ColumnOf)];
    private readonly IColumnMapping[] _found = [.. FoundBy(rows[0].EntityType).Select(ColumnOf)];

    /// <summary>
    /// Whether a row of it is found again by its key and version. A part that may be absent, or a null in what is compared, needs SQL of
    /// its own.
    /// </summary>
    public static bool CanTake(IEntityType kind) =>
        IsOneRow(kind) && !kind.GetComplexProperties().Any(c => c.IsNullable) && !FoundBy(kind).Any(p => p.IsNullable);

    /// <summary>Whether it may be written anywhere in the save: what a unique or foreign key holds needs its place among other changes.</summary>
    public static bool IsFree(IUpdateEntry row) => Changed(row).Any() && !Changed(row).Any(p => p.IsKey() || p.IsForeignKey()
        || p.GetContainingIndexes().Any(i => i.IsUnique) || p.GetAfterSaveBehavior() != PropertySaveBehavior.Save);

    /// <summary>Equal for rows that changed in the same columns.</summary>
    public static string ColumnsOf(IUpdateEntry row) => string.Join(' ', Changed(row).Select(p => ColumnOf(p).Column.Name));

    protected override async Task Write(DbCommand command, CancellationToken cancellation)
    {
        command.CommandText = Update();
        var lost = command.Connection!.CanCreateBatch ? await Together(command, cancellation) : await OneByOne(command, cancellation);
        if (lost.Count > 0) throw new DbUpdateConcurrencyException("Somebody else changed these rows, or deleted them.", lost);
    }

    private async Task<List<IUpdateEntry>> Together(DbCommand command, CancellationToken cancellation)
    {
        var lost = new List<IUpdateEntry>();
        foreach (var some in Rows.Chunk(atOnce))
        {
            await using var batch = command.Connection!.CreateBatch();
            (batch.Transaction, batch.Timeout) = (command.Transaction, command.CommandTimeout);
            foreach (var row in some)
            {
                var one = batch.CreateBatchCommand();
                one.CommandText = command.CommandText;
                Give(one.Parameters, command, row);
                batch.BatchCommands.Add(one);
            }
            await batch.ExecuteNonQueryAsync(cancellation);
            lost.AddRange(some.Where((_, at) => batch.BatchCommands[at].RecordsAffected == 0));
        }
        return lost;
    }

    private async Task<List<IUpdateEntry>> OneByOne(DbCommand command, CancellationToken cancellation)
    {
        var lost = new List<IUpdateEntry>();
        foreach (var row in Rows)
        {
            command.Parameters.Clear();
            Give(command.Parameters, command, row);
            if (await command.ExecuteNonQueryAsync(cancellation) == 0) lost.Add(row);
        }
        return lost;
    }

    /// <summary>One row.</summary>
    public string Update()
    {
        var given = 0;
        string Equal(IColumnMapping column) => $"{Name(column)} = {Placeholder(given++)}";
        return $"UPDATE {Table} SET {string.Join(", ", _written.Select(Equal))} WHERE {string.Join(" AND ", _found.Select(Equal))}";
    }

    private void Give(DbParameterCollection parameters, DbCommand command, IUpdateEntry row)
    {
        foreach (var column in _written) parameters.Add(Parameter(command, parameters.Count, column, Value(row, column)));
        foreach (var column in _found) parameters.Add(Parameter(command, parameters.Count, column, row.GetOriginalValue(column.Property)));
    }

    /// <summary>As EF orders them, so that two who change the same rows wait for each other instead of locking each other out.</summary>
    private static List<IUpdateEntry> InOrderOfKeys(IReadOnlyList<IUpdateEntry> rows) =>
        [.. rows[0].EntityType.FindPrimaryKey()!.Properties
            .Aggregate(rows.OrderBy(_ => 0), (order, key) => order.ThenBy(row => row, key.GetCurrentValueComparer()))];

    private static IEnumerable<IProperty> Changed(IUpdateEntry row) => row.EntityType.GetFlattenedProperties().Where(row.IsModified);

    private static IEnumerable<IProperty> FoundBy(IEntityType kind) =>
        kind.GetFlattenedProperties().Where(p => p.IsPrimaryKey() || p.IsConcurrencyToken);
}
