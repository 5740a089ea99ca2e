using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Mentorship.Infrastructure.Tests.Persistence;

/// <summary>
/// What SQL Server refuses when the tables are made or filled, found in the model instead: two cascades that reach one table (error
/// 1785), keys over 900 bytes where clustered and 1,700 elsewhere (1919, 1944, 1946), two clustered indexes on one table (1902).
/// </summary>
internal static partial class SqlServerLimits
{
    private const int ClusteredBytes = 900, OtherBytes = 1700;

    public static IEnumerable<string> Problems(IModel model)
    {
        var tables = model.GetRelationalModel().Tables.ToList();
        return [.. tables.SelectMany(CascadeProblems), .. tables.SelectMany(KeyProblems), .. tables.SelectMany(ClusterProblems)];
    }

    private static IEnumerable<string> CascadeProblems(ITable start)
    {
        var reached = new HashSet<ITable> { start };
        var left = new Queue<ITable>([start]);
        while (left.TryDequeue(out var table))
            foreach (var key in table.ReferencingForeignKeyConstraints.Where(Cascades))
            {
                if (!reached.Add(key.Table)) yield return $"deleting from {start.Name} reaches {key.Table.Name} on two ways, one by {key.Name}";
                else left.Enqueue(key.Table);
            }
    }

    private static bool Cascades(IForeignKeyConstraint key) =>
        key.OnDeleteAction is ReferentialAction.Cascade or ReferentialAction.SetNull or ReferentialAction.SetDefault;

    private static IEnumerable<string> KeyProblems(ITable table) =>
        from key in KeysOf(table)
        let most = key.Clustered ? ClusteredBytes : OtherBytes
        let bytes = key.Columns.Sum(c => Bytes(c.StoreType))
        where bytes > most
        select bytes == Unbounded ? $"{key.Name} holds a column without a longest length" : $"{key.Name} may take {bytes} bytes, and {most} is the most";

    private static IEnumerable<string> ClusterProblems(ITable table)
    {
        var clustered = KeysOf(table).Where(k => k.Clustered).Select(k => k.Name).ToList();
        if (clustered.Count > 1) yield return $"{table.Name} has {clustered.Count} clustered indexes: {string.Join(", ", clustered)}";
    }

    private static IEnumerable<(string Name, IReadOnlyList<IColumn> Columns, bool Clustered)> KeysOf(ITable table) =>
    [
        .. table.UniqueConstraints.Select(k => (k.Name, k.Columns, k.MappedKeys.First().IsClustered() ?? k.GetIsPrimaryKey())),
        .. table.Indexes.Select(i => (i.Name, i.Columns, i.MappedIndexes.First().IsClustered() ?? false)),
    ];

    private const int Unbounded = int.MaxValue / 64;

    private static int Bytes(string type)
    {
        var match = TypeAndLength().Match(type);
        var length = match.Groups[2].Value is "max" ? Unbounded : match.Groups[2].Length > 0 ? int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture) : 0;
        return match.Groups[1].Value switch
        {
            "nvarchar" or "nchar" => length == Unbounded ? Unbounded : 2 * length,
            "varbinary" or "binary" or "varchar" or "char" => length,
            "uniqueidentifier" => 16,
            "bigint" or "float" or "datetime2" => 8,
            "int" => 4,
            "date" => 3,
            "time" => 5,
            "datetimeoffset" => 10,
            "smallint" => 2,
            "bit" or "tinyint" => 1,
            _ => throw new NotSupportedException($"How many bytes does {type} take in a key?"),
        };
    }

    private static bool GetIsPrimaryKey(this IUniqueConstraint key) => key.Table.PrimaryKey == key;

    [GeneratedRegex(@"^(\w+)(?:\((\w+)\))?$")]
    private static partial Regex TypeAndLength();
}
