using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Update;

namespace Mentorship.Infrastructure.Persistence;

/// <summary>Rows that changed in the same columns; each has a statement of its own, so that it tells whether somebody was faster.</summary>
internal sealed class ChangedRows(IReadOnlyList<IUpdateEntry> rows, ISqlGenerationHelper sql, int atOnce)
    : ManyRows(rows[0].EntityType, InOrderOfKeys(rows), sql, atOnce)
{
    private readonly IColumnMapping[] _written = [.. Changed(rows[0]).Select(ColumnOf)];
    private readonly IColumnMapping[] _found = [.. FoundBy(rows[0].EntityType).Select(ColumnOf)];

    /// <summary>
    /// Whether a row of it is found again by its key and version. A part that may be absent, or a null in what is compared, needs SQL of
    /// its own.
    /// </summary>
    public static bool CanTake(IEntityType kind) =>
        IsOneRow(kind) && !kind.GetComplexProperties().Any(c => c.IsNullable) && !FoundBy(kind).Any(p => p.IsNullable);

    /// <summary>Whether it may be written anywhere in the save: what a unique or foreign key holds needs its place among others.</summary>
    public static bool IsFree(IUpdateEntry row) => Changed(row).Any() && !Changed(row).Any(p => p.IsKey() || p.IsForeignKey()
        || p.GetContainingIndexes().Any(i => i.IsUnique) || p.GetAfterSaveBehavior() != PropertySaveBehavior.Save);

    /// <summary>Equal for rows that changed in the same columns.</summary>
    public static string ColumnsOf(IUpdateEntry row) =>
        string.Concat(row.EntityType.GetFlattenedProperties().Select(p => row.IsModified(p) ? '1' : '0'));

    protected override IEnumerable<Statement> Statements()
    {
        var update = Update();
        return Rows.Select(row => new Statement(update, [row], ValuesOf(row)));
    }

    /// <summary>One row.</summary>
    public string Update()
    {
        var given = 0;
        string Equal(IColumnMapping column) => $"{Name(column)} = {Placeholder(given++)}";
        return $"UPDATE {Table} SET {string.Join(", ", _written.Select(Equal))} WHERE {string.Join(" AND ", _found.Select(Equal))}";
    }

    private IEnumerable<Cell> ValuesOf(IUpdateEntry row) =>
        _written.Select(c => CellOf(row, c)).Concat(_found.Select(c => new Cell(c, row.GetOriginalValue(c.Property))));

    /// <summary>As EF orders them, so that two who change the same rows wait for each other instead of locking each other out.</summary>
    private static List<IUpdateEntry> InOrderOfKeys(IReadOnlyList<IUpdateEntry> rows) =>
        [.. rows[0].EntityType.FindPrimaryKey()!.Properties
            .Aggregate(rows.OrderBy(_ => 0), (order, key) => order.ThenBy(row => row, key.GetCurrentValueComparer()))];

    private static IEnumerable<IProperty> Changed(IUpdateEntry row) => row.EntityType.GetFlattenedProperties().Where(row.IsModified);

    private static IEnumerable<IProperty> FoundBy(IEntityType kind) =>
        kind.GetFlattenedProperties().Where(p => p.IsPrimaryKey() || p.IsConcurrencyToken);
}
