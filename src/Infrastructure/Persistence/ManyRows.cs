using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Update;

namespace Mentorship.Infrastructure.Persistence;

/// <summary>Rows of one table that one save writes alike; the SQL is what every engine understands.</summary>
internal abstract class ManyRows(IEntityType kind, IReadOnlyList<IUpdateEntry> rows, ISqlGenerationHelper sql) : ModificationCommandBatch
{
    public IReadOnlyList<IUpdateEntry> Rows => rows;

    public override IReadOnlyList<IReadOnlyModificationCommand> ModificationCommands => [];

    public override bool RequiresTransaction => true;

    public override bool AreMoreBatchesExpected => true;

    protected string Table { get; } = sql.DelimitIdentifier(kind.GetTableName()!, kind.GetSchema());

    public override bool TryAddCommand(IReadOnlyModificationCommand modificationCommand) => false;

    public override void Complete(bool moreBatchesExpected)
    {
    }

    public override void Execute(IRelationalConnection connection) => throw new NotSupportedException("Save with SaveChangesAsync.");

    public override async Task ExecuteAsync(IRelationalConnection connection, CancellationToken cancellationToken = default)
    {
        await using var command = connection.DbConnection.CreateCommand();
        command.Transaction = connection.CurrentTransaction?.GetDbTransaction();
        if (connection.CommandTimeout is { } seconds) command.CommandTimeout = seconds;
        try
        {
            await Write(command, cancellationToken);
        }
        catch (DbException failure)
        {
            throw new DbUpdateException($"Rows of {kind.ShortName()} were refused.", failure, rows); // as EF tells of a row of its own
        }
    }

    protected abstract Task Write(DbCommand command, CancellationToken cancellation);

    protected string Name(IColumnMapping column) => sql.DelimitIdentifier(column.Column.Name);

    protected string Placeholder(int number) => sql.GenerateParameterNamePlaceholder($"p{number}");

    protected DbParameter Parameter(DbCommand command, int number, IColumnMapping column, object? value) =>
        column.TypeMapping.CreateParameter(command, sql.GenerateParameterName($"p{number}"), value, column.Column.IsNullable);

    // Of a part that is absent the entry gives the defaults, and EF writes nulls.
    protected static object? Value(IUpdateEntry row, IColumnMapping column) =>
        IsAbsent(row, column.Property.DeclaringType) ? null : row.GetCurrentValue(column.Property);

    protected static IColumnMapping ColumnOf(IProperty property) => property.GetTableColumnMappings().Single();

    /// <summary>Whether a row of it is one row of one table, of which the database makes no value.</summary>
    protected static bool IsOneRow(IEntityType kind) =>
        kind.BaseType is null && !kind.GetDirectlyDerivedTypes().Any()
        && kind.GetTableMappings().ToList() is [var table] && table.Table.EntityTypeMappings.Count() == 1
        && kind.GetFlattenedProperties().All(p => p.ValueGenerated == ValueGenerated.Never && p.GetTableColumnMappings().Count() == 1);

    private static bool IsAbsent(IUpdateEntry row, ITypeBase type) =>
        type is IComplexType { ComplexProperty: var part } && (IsAbsent(row, part.DeclaringType) || row.GetCurrentValue(part) is null);
}
