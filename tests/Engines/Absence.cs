namespace Mentorship.Engines;

/// <summary>Why an engine cannot be tested against here: one sentence, or null when it can.</summary>
public static class Absence
{
    private const string SqlServerSetting = "MENTORSHIP_TEST_SQLSERVER";

    internal static string? SqlServerConnectionString => Environment.GetEnvironmentVariable(SqlServerSetting);

    public static string? Of(Engine engine) => engine switch
    {
        Engine.Sqlite => null,
        Engine.PostgreSql => PostgreSqlCluster.AbsentBecause,
        Engine.SqlServer => OfSqlServer(),
        _ => throw new ArgumentOutOfRangeException(nameof(engine)),
    };

    private static string? OfSqlServer() => string.IsNullOrWhiteSpace(SqlServerConnectionString)
        ? $"SQL Server: set {SqlServerSetting} to the connection string of a server on which databases may be created and dropped."
        : null;
}
