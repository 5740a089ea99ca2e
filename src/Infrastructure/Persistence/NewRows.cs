using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Update;

namespace Mentorship.Infrastructure.Persistence;

/// <summary>New rows, some of them in each statement. What all of them share is one parameter.</summary>
internal sealed class NewRows(IEntityType kind, IReadOnlyList<IUpdateEntry> rows, ISqlGenerationHelper sql, int atOnce)
    : ManyRows(kind, rows, sql, atOnce)
{
    // SQLite looks for each parameter among all of the statement, and takes longer to call than to write a row.
    private const int MostParameters = 100;

    private readonly ILookup<bool, IColumnMapping> _columns =
        kind.GetFlattenedProperties().Select(ColumnOf).ToLookup(column => IsShared(column, rows));

    private IEnumerable<IColumnMapping> Shared => _columns[true];

    private IEnumerable<IColumnMapping> Own => _columns[false];

    public static bool CanTake(IEntityType kind) => IsOneRow(kind) && !kind.GetForeignKeys().Any(k => k.PrincipalEntityType == kind);

    protected override IEnumerable<Statement> Statements()
    {
        var text = "";
        var written = 0;
        foreach (var some in Rows.Chunk(Math.Max(1, MostParameters / Own.Count())))
        {
            if (some.Length != written) text = Insert(written = some.Length);
            var shared = Shared.Select(column => CellOf(some[0], column));
            yield return new(text, some, shared.Concat(some.SelectMany(row => Own.Select(column => CellOf(row, column)))));
        }
    }

    private static bool IsShared(IColumnMapping column, IReadOnlyList<IUpdateEntry> rows)
    {
        var first = CellOf(rows[0], column).Value;
        return rows.All(row => Equals(CellOf(row, column).Value, first));
    }

    private string Insert(int count)
    {
        var given = 0;
        var shared = string.Concat(Shared.Select(_ => $"{Placeholder(given++)}, "));
        string Row() => $"({shared}{string.Join(", ", Own.Select(_ => Placeholder(given++)))})";
        return new StringBuilder($"INSERT INTO {Table} (").AppendJoin(", ", Shared.Concat(Own).Select(Name)).Append(") VALUES ")
            .AppendJoin(", ", Enumerable.Range(0, count).Select(_ => Row())).ToString();
    }
}
