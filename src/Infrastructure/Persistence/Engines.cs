using Mentorship.Domain.CheckIns;
using Mentorship.Infrastructure.Persistence.Outbox;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Mentorship.Infrastructure.Persistence;

/// <summary>The model on SQLite: the embedded default, one file.</summary>
public sealed class SqliteDb(DbContextOptions<SqliteDb> options, CommunityScope scope, IClock clock) : MentorshipDb(options, scope, clock);

/// <summary>The model on PostgreSQL.</summary>
public sealed class PostgreSqlDb(DbContextOptions<PostgreSqlDb> options, CommunityScope scope, IClock clock) : MentorshipDb(options, scope, clock)
{
    // Tables in which rows wait for their time. Every move leaves a dead entry at the front of the index, which each look at what is due
    // steps over until autovacuum comes: it waits for a fifth of a table, and here for a hundredth.
    private static readonly Type[] Waiting = [typeof(CheckInPlan), typeof(CheckIn), typeof(Notice), typeof(WebhookMessage)];

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        foreach (var kind in Waiting) builder.Entity(kind).HasStorageParameter("autovacuum_vacuum_scale_factor", 0.01);
    }
}

/// <summary>The model on SQL Server.</summary>
public sealed class SqlServerDb(DbContextOptions<SqlServerDb> options, CommunityScope scope, IClock clock) : MentorshipDb(options, scope, clock);
