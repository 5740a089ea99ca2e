using Mentorship.Engines;
using Mentorship.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using NodaTime;

namespace Mentorship.Infrastructure.Tests.Persistence;

/// <summary>The service's contexts as the migration tools see them; nothing connects.</summary>
internal static class Contexts
{
    public static MentorshipDb Of(Engine engine) => engine switch
    {
        Engine.Sqlite => new SqliteDb(new DbContextOptionsBuilder<SqliteDb>().UseSqlite("Data Source=:memory:").Options, new(), SystemClock.Instance),
        Engine.PostgreSql => new PostgreSqlDb(new DbContextOptionsBuilder<PostgreSqlDb>().UseNpgsql("Host=localhost").Options, new(), SystemClock.Instance),
        Engine.SqlServer => new SqlServerDb(new DbContextOptionsBuilder<SqlServerDb>().UseSqlServer("Server=localhost").Options, new(), SystemClock.Instance),
        _ => throw new ArgumentOutOfRangeException(nameof(engine)),
    };

    /// <summary>The whole model: at run time a part of it is left out.</summary>
    public static IModel Model(this DbContext db) => db.GetService<IDesignTimeModel>().Model;

    public static IModel ModelOf(Engine engine)
    {
        using var db = Of(engine);
        return db.Model();
    }
}
