using System.Globalization;
using Mentorship.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.Benchmarks;

/// <summary>Fills tables by SQL alone: copies of a row, with some columns told by an expression over n, 0 to count - 1.</summary>
internal static class Copies
{
    /// <summary>The id of copy <paramref name="number"/> in series <paramref name="series"/>; a version 7 UUID, so that later ones sort later.</summary>
    public static Guid Id(int series, int number) => Guid.Parse(string.Create(CultureInfo.InvariantCulture, $"018F{series:X4}-0000-7000-8000-{number:X12}"));

    public static string IdOfN(MentorshipDb db, int series, string n = "n") => db is SqliteDb
        ? $"printf('018F%04X-0000-7000-8000-%012X', {series}, {n})"
        : $"('018f' || lpad(to_hex({series}), 4, '0') || '-0000-7000-8000-' || lpad(to_hex({n}), 12, '0'))::uuid";

    public static string DateOfN(MentorshipDb db) => db is SqliteDb ? "date('2030-01-01', n || ' days')" : "DATE '2030-01-01' + n";

    public static Task Make<T>(MentorshipDb db, Guid original, int count, Dictionary<string, string> told)
    {
        var table = db.Model.FindEntityType(typeof(T))!.GetTableMappings().Single().Table;
        var columns = table.Columns.Select(c => c.Name).ToList();
        db.Database.SetCommandTimeout(TimeSpan.FromMinutes(20));
        return db.Database.ExecuteSqlRawAsync($"""
            WITH RECURSIVE series(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM series WHERE n < {count} - 1)
            INSERT INTO "{table.Name}" ({string.Join(", ", columns.Select(c => $"\"{c}\""))})
            SELECT {string.Join(", ", columns.Select(c => told.GetValueOrDefault(c, $"\"{c}\"")))}
            FROM series CROSS JOIN (SELECT * FROM "{table.Name}" WHERE "Id" = @p0) AS original
            """, original);
    }
}
