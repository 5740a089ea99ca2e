using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Mentorship.Infrastructure.Persistence;

/// <summary>Tells a broken unique key from any other failed save, by each engine's own codes.</summary>
public static class UniqueViolation
{
    public static bool Is(DbUpdateException failure) => failure.InnerException switch
    {
        SqliteException { SqliteExtendedErrorCode: 2067 or 1555 } => true, // SQLITE_CONSTRAINT_UNIQUE, _PRIMARYKEY
        PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } => true,
        SqlException sql => IsSqlServer(sql.Number),
        _ => false,
    };

    /// <summary>2601 is a duplicate in a unique index, 2627 in a unique or primary key constraint.</summary>
    public static bool IsSqlServer(int number) => number is 2601 or 2627;
}
