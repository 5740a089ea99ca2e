using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Mentorship.Infrastructure.Persistence;

/// <summary>What the machine of the database takes for the time.</summary>
public static class DatabaseClock
{
    /// <summary>To the millisecond. Null on SQLite, whose machine is ours.</summary>
    public static async Task<Instant?> ReadClock(this MentorshipDb db, CancellationToken cancellation)
    {
        if (Question(db) is not { } question) return null;
        return Instant.FromUnixTimeMilliseconds(await db.Database.SqlQueryRaw<long>(question).SingleAsync(cancellation));
    }

    private static string? Question(MentorshipDb db) => db switch
    {
        PostgreSqlDb => """SELECT (extract(epoch from clock_timestamp()) * 1000)::bigint AS "Value" """,
        SqlServerDb => "SELECT DATEDIFF_BIG(millisecond, '19700101', SYSUTCDATETIME()) AS [Value]",
        _ => null,
    };
}
