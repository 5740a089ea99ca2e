using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Update;

namespace Mentorship.Infrastructure.Persistence;

/// <summary>
/// Rows of one table that one save writes alike, by SQL that every engine understands: statements of few texts, each of which is prepared
/// once. They go in few round trips where the provider has batches, else one after the other, and each tells whether somebody was faster.
/// </summary>
internal abstract class ManyRows(IEntityType kind, IReadOnlyList<IUpdateEntry> rows, ISqlGenerationHelper sql, int atOnce)
    : ModificationCommandBatch
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
        Func<Statement[], DbCommand, CancellationToken, Task<List<IUpdateEntry>>> run =
            connection.DbConnection.CanCreateBatch ? Together : OneByOne;
        var lost = new List<IUpdateEntry>();
        try
        {
            foreach (var some in Statements().Chunk(atOnce)) lost.AddRange(await run(some, command, cancellationToken));
        }
        catch (DbException failure)
        {
            throw new DbUpdateException($"Rows of {kind.ShortName()} were refused.", failure, rows); // as EF tells of a row of its own
        }
        if (lost.Count > 0) throw new DbUpdateConcurrencyException($"Rows of {kind.ShortName()} were changed or deleted meanwhile.", lost);
    }

    protected abstract IEnumerable<Statement> Statements();

    protected string Name(IColumnMapping column) => sql.DelimitIdentifier(column.Column.Name);

    protected string Placeholder(int number) => sql.GenerateParameterNamePlaceholder($"p{number}");

    // Of a part that is absent the entry gives the defaults, and EF writes nulls.
    protected static Cell CellOf(IUpdateEntry row, IColumnMapping column) =>
        new(column, IsAbsent(row, column.Property.DeclaringType) ? null : row.GetCurrentValue(column.Property));

    protected static IColumnMapping ColumnOf(IProperty property) => property.GetTableColumnMappings().Single();

    /// <summary>Whether a row of it is one row of one table, of which the database makes no value.</summary>
    protected static bool IsOneRow(IEntityType kind) =>
        kind.BaseType is null && !kind.GetDirectlyDerivedTypes().Any()
        && kind.GetTableMappings().ToList() is [var table] && table.Table.EntityTypeMappings.Count() == 1
        && kind.GetFlattenedProperties().All(p => p.ValueGenerated == ValueGenerated.Never && p.GetTableColumnMappings().Count() == 1);

    private async Task<List<IUpdateEntry>> Together(Statement[] statements, DbCommand command, CancellationToken cancellation)
    {
        await using var batch = command.Connection!.CreateBatch();
        (batch.Transaction, batch.Timeout) = (command.Transaction, command.CommandTimeout);
        foreach (var statement in statements)
        {
            var one = batch.CreateBatchCommand();
            one.CommandText = statement.Sql;
            Give(one.Parameters, statement, command);
            batch.BatchCommands.Add(one);
        }
        await batch.ExecuteNonQueryAsync(cancellation);
        return [.. statements.Where((s, at) => batch.BatchCommands[at].RecordsAffected != s.Rows.Count).SelectMany(s => s.Rows)];
    }

    private async Task<List<IUpdateEntry>> OneByOne(Statement[] statements, DbCommand command, CancellationToken cancellation)
    {
        var lost = new List<IUpdateEntry>();
        foreach (var statement in statements)
        {
            command.CommandText = statement.Sql; // the same one again stays prepared
            command.Parameters.Clear();
            Give(command.Parameters, statement, command);
            if (await command.ExecuteNonQueryAsync(cancellation) != statement.Rows.Count) lost.AddRange(statement.Rows);
        }
        return lost;
    }

    private void Give(DbParameterCollection parameters, Statement statement, DbCommand command)
    {
        foreach (var (column, value) in statement.Values)
            parameters.Add(column.TypeMapping.CreateParameter(
                command, sql.GenerateParameterName($"p{parameters.Count}"), value, column.Column.IsNullable));
    }

    private static bool IsAbsent(IUpdateEntry row, ITypeBase type) =>
        type is IComplexType { ComplexProperty: var part } && (IsAbsent(row, part.DeclaringType) || row.GetCurrentValue(part) is null);

    protected readonly record struct Cell(IColumnMapping Column, object? Value);

    /// <summary>It writes each of the rows, or tells by its count that it did not.</summary>
    protected sealed record Statement(string Sql, IReadOnlyList<IUpdateEntry> Rows, IEnumerable<Cell> Values);
}
