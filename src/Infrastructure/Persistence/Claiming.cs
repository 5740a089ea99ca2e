using System.Data.Common;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Mentorship.Infrastructure.Persistence;

/// <summary>
/// A question with <see cref="Tag"/> holds its rows until the transaction that asks it ends, and steps over those that another
/// holds: two hosts share what is due instead of racing for the same rows. SQLite has one writer at a time, and gets nothing of this.
/// </summary>
internal sealed partial class Claiming(Func<string, string> holding) : DbCommandInterceptor
{
    public const string Tag = "holds its rows and steps over those that are held";

    // Rows that point to these, such as a check-in to its plan, may still be written.
    public static string OnPostgreSql(string sql) => sql + "\nFOR NO KEY UPDATE SKIP LOCKED";

    public static string OnSqlServer(string sql) => Table().Replace(sql, "$0 WITH (UPDLOCK, READPAST, ROWLOCK)", 1);

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        if (command.CommandText.StartsWith($"-- {Tag}", StringComparison.Ordinal))
            command.CommandText = holding(command.CommandText);
        return ValueTask.FromResult(result);
    }

    [GeneratedRegex(@"FROM \[\w+\] AS \[\w+\]")]
    private static partial Regex Table();
}
