using System.Data.Common;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Update;

namespace Mentorship.Infrastructure.Persistence;

/// <summary>New rows of one table, written by few statements with many rows each; the SQL is what every engine understands.</summary>
internal sealed class ManyRows(IEntityType kind, IReadOnlyList<IUpdateEntry> entries, ISqlGenerationHelper sql) : ModificationCommandBatch
{
    // SQL Server takes 2,100 parameters and 1,000 rows; SQLite looks for each parameter among all of the statement.
    private const int MostParameters = 600;

    private readonly IColumnMapping[] _columns = [.. ColumnsOf(kind)];

    public int Count => entries.Count;

    public override IReadOnlyList<IReadOnlyModificationCommand> ModificationCommands => [];

    public override bool RequiresTransaction => true;

    public override bool AreMoreBatchesExpected => true;

    /// <summary>Whether a row of it is one row of one table, of which the database makes no value.</summary>
    public static bool CanTake(IEntityType kind) =>
        kind.BaseType is null && !kind.GetDirectlyDerivedTypes().Any() && !kind.GetForeignKeys().Any(k => k.PrincipalEntityType == kind)
        && kind.GetTableMappings().ToList() is [var table] && table.Table.EntityTypeMappings.Count() == 1
        && kind.GetFlattenedProperties().All(p => p.ValueGenerated == ValueGenerated.Never && p.GetTableColumnMappings().Count() == 1);

    public override bool TryAddCommand(IReadOnlyModificationCommand modificationCommand) => false;

    public override void Complete(bool moreBatchesExpected)
    {
    }

    public override void Execute(IRelationalConnection connection) => throw new NotSupportedException("Save with SaveChangesAsync.");

    public override async Task ExecuteAsync(IRelationalConnection connection, CancellationToken cancellationToken = default)
    {
        try
        {
            foreach (var rows in entries.Chunk(MostParameters / _columns.Length)) await Write(rows, connection, cancellationToken);
        }
        catch (DbException failure)
        {
            throw new DbUpdateException($"Rows of {kind.ShortName()} were refused.", failure, entries); // as EF tells of a row of its own
        }
    }

    private async Task Write(IUpdateEntry[] rows, IRelationalConnection connection, CancellationToken cancellation)
    {
        await using var command = connection.DbConnection.CreateCommand();
        command.Transaction = connection.CurrentTransaction?.GetDbTransaction();
        if (connection.CommandTimeout is { } seconds) command.CommandTimeout = seconds;
        command.CommandText = Insert(rows, command);
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private string Insert(IUpdateEntry[] rows, DbCommand command)
    {
        var table = kind.GetTableMappings().Single().Table;
        var text = new StringBuilder($"INSERT INTO {sql.DelimitIdentifier(table.Name, table.Schema)} (")
            .AppendJoin(", ", _columns.Select(c => sql.DelimitIdentifier(c.Column.Name))).Append(") VALUES ");
        var shared = _columns
            .Select(c => rows.All(row => Equals(Value(row, c), Value(rows[0], c))) ? Give(command, c, rows[0]) : null).ToArray();
        text.AppendJoin(", ", rows.Select(row => $"({string.Join(", ", _columns.Select((c, at) => shared[at] ?? Give(command, c, row)))})"));
        return text.ToString();
    }

    private string Give(DbCommand command, IColumnMapping column, IUpdateEntry row)
    {
        var name = $"p{command.Parameters.Count}";
        command.Parameters.Add(column.TypeMapping.CreateParameter(
            command, sql.GenerateParameterName(name), Value(row, column), column.Column.IsNullable));
        return sql.GenerateParameterNamePlaceholder(name);
    }

    // Of a part that is absent the entry gives the defaults, and EF writes nulls.
    private static object? Value(IUpdateEntry row, IColumnMapping column) =>
        IsAbsent(row, column.Property.DeclaringType) ? null : row.GetCurrentValue(column.Property);

    private static bool IsAbsent(IUpdateEntry row, ITypeBase type) =>
        type is IComplexType { ComplexProperty: var part } && (IsAbsent(row, part.DeclaringType) || row.GetCurrentValue(part) is null);

    private static IEnumerable<IColumnMapping> ColumnsOf(IEntityType kind) =>
        kind.GetFlattenedProperties().Select(p => p.GetTableColumnMappings().Single());
}
