using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Mentorship.Infrastructure.Persistence;

/// <summary>Brings the database to this build's migrations before the first request; safe when several hosts start at once.</summary>
public static class Preparation
{
    public static async Task PrepareDatabase(this IServiceProvider services, CancellationToken cancellation = default)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MentorshipDb>();
        if (db is SqlServerDb) RequireSqlServerBuild();
        RequireReadable(db);
        // Asked first: migrating builds the model a second time to compare it, which a test has done already, and would cost every start.
        if ((await db.Database.GetPendingMigrationsAsync(cancellation)).Any()) await db.Database.MigrateAsync(cancellation);
        if (db is SqliteDb) await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL", cancellation); // readers do not wait for the writer
    }

    private static void RequireReadable(MentorshipDb db)
    {
        try
        {
            db.Database.GetDbConnection();
        }
        catch (Exception problem) when (problem is ArgumentException or FormatException)
        {
            throw new MissingSetting("ConnectionStrings:Mentorship", "ConnectionStrings:Mentorship is no connection string that this engine can read.");
        }
    }

    private static void RequireSqlServerBuild()
    {
        RequireWholeSqlClient();
        RequireCultures();
    }

    /// <summary>Without cultures SqlClient opens no connection: "Globalization Invariant Mode is not supported".</summary>
    internal static void RequireCultures()
    {
        if (AppContext.TryGetSwitch("System.Globalization.Invariant", out var invariant) && invariant)
            throw new MissingSetting(
                "Stack", "This build cannot serve SQL Server, because it knows no cultures: build it with -p:Stack=SqlServer.");
    }

    /// <summary>A build with pruned packages compiles and scripts, but every command with a parameter fails: refuse to serve from it.</summary>
    internal static void RequireWholeSqlClient(Func<string, Assembly>? load = null)
    {
        try
        {
            (load ?? Assembly.Load)("Microsoft.SqlServer.Server"); // as SqlClient will, wherever a build or a publish has put it
        }
        catch (FileNotFoundException)
        {
            throw new MissingSetting("CompleteFeed", "This build cannot serve SQL Server: build it with -p:Stack=SqlServer from a package source that has Microsoft.SqlServer.Server.");
        }
    }
}
