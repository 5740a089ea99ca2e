namespace Mentorship.Engines;

/// <summary>A database engine that the service runs on. Every database test runs once on each.</summary>
public enum Engine
{
    Sqlite,
    PostgreSql,
    SqlServer,
}
