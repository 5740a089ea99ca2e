using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Mentorship.Infrastructure.Persistence;

/// <summary>The model on SQLite: the embedded default, one file.</summary>
public sealed class SqliteDb(DbContextOptions<SqliteDb> options, CommunityScope scope, IClock clock) : MentorshipDb(options, scope, clock);

/// <summary>The model on PostgreSQL.</summary>
public sealed class PostgreSqlDb(DbContextOptions<PostgreSqlDb> options, CommunityScope scope, IClock clock) : MentorshipDb(options, scope, clock);

/// <summary>The model on SQL Server.</summary>
public sealed class SqlServerDb(DbContextOptions<SqlServerDb> options, CommunityScope scope, IClock clock) : MentorshipDb(options, scope, clock);
