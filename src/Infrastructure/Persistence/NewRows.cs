using System.Data.Common;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Update;

namespace Mentorship.Infrastructure.Persistence;

/// <summary>New rows, written by few statements with many rows each. What all of them share is one parameter.</summary>
internal sealed class NewRows(IEntityType kind, IReadOnlyList<IUpdateEntry> rows, ISqlGenerationHelper sql) : ManyRows(kind, rows, sql)
{
    // SQL Server takes 2,100 parameters and 1,000 rows; SQLite looks for each parameter among all of the statement.
    private const int MostParameters = 600;

    private readonly ILookup<bool, IColumnMapping> _columns =
        kind.GetFlattenedProperties().Select(ColumnOf).ToLookup(column => IsShared(column, rows));

    private IEnumerable<IColumnMapping> Shared => _columns[true];

    private IEnumerable<IColumnMapping> Own => _columns[false];

    public static bool CanTake(IEntityType kind) => IsOneRow(kind) && !kind.GetForeignKeys().Any(k => k.PrincipalEntityType == kind);

    protected override async Task Write(DbCommand command, CancellationToken cancellation)
    {
        var written = 0;
        foreach (var some in Rows.Chunk(EvenSize(MostParameters / Own.Count())))
        {
            if (some.Length != written) command.CommandText = Insert(written = some.Length); // else it stays prepared
            command.Parameters.Clear();
            foreach (var column in Shared) Give(command, column, some[0]);
            foreach (var row in some)
                foreach (var column in Own) Give(command, column, row);
            await command.ExecuteNonQueryAsync(cancellation);
        }
    }

    private static bool IsShared(IColumnMapping column, IReadOnlyList<IUpdateEntry> rows)
    {
        var first = Value(rows[0], column);
        return rows.All(row => Equals(Value(row, column), first));
    }

    /// <summary>So that the statements but for the last are the same.</summary>
    private int EvenSize(int most)
    {
        var statements = (Rows.Count + most - 1) / most;
        return (Rows.Count + statements - 1) / statements;
    }

    private string Insert(int count)
    {
        var given = 0;
        var shared = string.Concat(Shared.Select(_ => $"{Placeholder(given++)}, "));
        string Row() => $"({shared}{string.Join(", ", Own.Select(_ => Placeholder(given++)))})";
        return new StringBuilder($"INSERT INTO {Table} (").AppendJoin(", ", Shared.Concat(Own).Select(Name)).Append(") VALUES ")
            .AppendJoin(", ", Enumerable.Range(0, count).Select(_ => Row())).ToString();
    }

    private void Give(DbCommand command, IColumnMapping column, IUpdateEntry row) =>
        command.Parameters.Add(Parameter(command, command.Parameters.Count, column, Value(row, column)));
}
