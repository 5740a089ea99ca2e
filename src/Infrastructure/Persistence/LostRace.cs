using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Mentorship.Infrastructure.Persistence;

/// <summary>Tells work that lost against another's at the same moment, and may be done again on fresh rows, from work that failed.</summary>
public static class LostRace
{
    /// <summary>A stale version, a key that another took first, or the victim of a deadlock.</summary>
    public static bool Is(Exception failure) =>
        failure is DbUpdateConcurrencyException || (failure is DbUpdateException update && UniqueViolation.Is(update)) || IsVictim(failure);

    /// <summary>1205 is SQL Server's deadlock.</summary>
    public static bool IsSqlServer(int number) => number is 1205;

    // The providers wrap it twice: by the failed save, and by "likely due to a transient failure".
    private static bool IsVictim(Exception? failure) => failure switch
    {
        null => false,
        PostgresException { SqlState: PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure } => true,
        SqlException sql => IsSqlServer(sql.Number),
        _ => IsVictim(failure.InnerException),
    };
}
