using Mentorship.Domain;
using Mentorship.Domain.CheckIns;
using Mentorship.Domain.Communities;
using Mentorship.Domain.Matching;
using Mentorship.Domain.Matching.Drafts;
using Mentorship.Domain.Members;
using Mentorship.Domain.Pairings;
using Mentorship.Infrastructure.Accounts;
using Mentorship.Infrastructure.Persistence.Stores;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Mentorship.Infrastructure.Persistence;

/// <summary>
/// Chooses the engine by <c>Database:Engine</c> (sqlite, postgresql, sqlserver) and connects by <c>ConnectionStrings:Mentorship</c>.
/// <c>Database:BatchSize</c> is the most statements in one round trip; without it the engine's own number holds.
/// </summary>
public static class PersistenceSetup
{
    public static IServiceCollection AddPersistence(this IServiceCollection services, IConfiguration configuration)
    {
        var engine = configuration["Database:Engine"] ?? "sqlite";
        var connection = configuration.GetConnectionString("Mentorship") is { } given && !string.IsNullOrWhiteSpace(given) ? given
            : throw new MissingSetting("ConnectionStrings:Mentorship", "Set ConnectionStrings:Mentorship to the database's connection string.");
        var batch = configuration.Count("Database:BatchSize");
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(typeof(BriefMemory<,>)).AddSingleton<ForgetSaved>();
        services.AddScoped<CommunityScope>();
        services.AddScoped(typeof(IStore<,>), typeof(Store<,>));
        services.AddScoped<IPairingBook, PairingBook>();
        services.AddScoped<IVault, MemberVault>();
        services.AddScoped<CheckInBook>();
        services.AddScoped<ICheckInBook>(p => p.GetRequiredService<CheckInBook>());
        services.AddScoped<IPlanBook>(p => p.GetRequiredService<CheckInBook>());
        services.AddScoped<SignsOfLife>().AddScoped<Domain.CheckIns.Ladder.ISilenceBook, SilenceBook>();
        services.AddScoped<DueWork>();
        services.AddScoped<OverdueWork>().AddScoped<UptimeBook>();
        services.AddScoped<Outbox.Sending>().AddScoped<Outbox.WebhookSending>();
        services.AddScoped<Outbox.ReadMarks>().AddScoped<Outbox.ReturnedNotices>();
        services.AddScoped<Repeats.KeptAnswers>();
        services.AddScoped<Texts.ReceivedTexts>().AddScoped<Texts.PhoneBook>();
        services.AddScoped<ICommunities, Communities>();
        services.AddScoped<IRequestBook, RequestBook>();
        services.AddScoped<IMatchingBoards, MatchingBoards>();
        services.AddScoped<IAllotmentBook, AllotmentBook>();
        services.AddScoped<AllotmentWork>();
        services.AddScoped<IMemberBook, MemberBook>();
        services.AddScoped<IBatches, Batches>();
        services.AddScoped<Domain.Progress.IProgressBook, ProgressBook>();
        services.AddScoped<Domain.Safety.IBlockBook, BlockBook>();
        services.AddScoped<Domain.Safety.IConcernBook, ConcernBook>();
        services.AddScoped<IWebhookBook, WebhookBook>();
        return engine.ToLowerInvariant() switch
        {
            "sqlite" => services.AddEngine<SqliteDb>(o => o.UseSqlite(connection, e => Batch(batch, ListsWhole(e).MaxBatchSize))
                .AddInterceptors(new SqliteWaits())),
            "postgresql" => services.AddEngine<PostgreSqlDb>(o => o.UseNpgsql(Prepared(connection), e => Batch(batch, e.MaxBatchSize))
                .AddInterceptors(new Claiming(Claiming.OnPostgreSql))),
            "sqlserver" => services.AddEngine<SqlServerDb>(o => o.UseSqlServer(connection, e => Batch(batch, e.MaxBatchSize))
                .AddInterceptors(new Claiming(Claiming.OnSqlServer))),
            _ => throw new MissingSetting("Database:Engine", "Set Database:Engine to sqlite, postgresql or sqlserver."),
        };
    }

    /// <summary>A list is one parameter: SQLite looks for each by its name among all of a statement, and EF writes a text for each length.</summary>
    private static SqliteDbContextOptionsBuilder ListsWhole(SqliteDbContextOptionsBuilder engine) =>
        engine.UseParameterizedCollectionMode(ParameterTranslationMode.Parameter);

    /// <summary>
    /// What is asked again and again is parsed once for each connection; whoever connects through a pooler that forbids it says 0. Nothing of a
    /// session is ever set, so that a connection need not be reset for its next user: that costs as much as a small question.
    /// </summary>
    private static string Prepared(string connection) => With(With(connection, "Max Auto Prepare=100"), "No Reset On Close=true");

    private static string With(string connection, string setting) =>
        connection.Replace(" ", "").Contains(setting[..(setting.IndexOf('=') + 1)].Replace(" ", ""), StringComparison.OrdinalIgnoreCase) ? connection
            : $"{connection.TrimEnd(';')};{setting}";

    private static IServiceCollection AddEngine<TDb>(this IServiceCollection services, Action<DbContextOptionsBuilder> use) where TDb : MentorshipDb
    {
        _ = Task.Run(() => Begin<TDb>(use));
        services.AddDbContext<TDb>(
            (provider, options) => Use(options.AddInterceptors(provider.GetRequiredService<ForgetSaved>()), use), optionsLifetime: ServiceLifetime.Singleton);
        return services.AddScoped<MentorshipDb>(provider => provider.GetRequiredService<TDb>());
    }

    private static void Use(DbContextOptionsBuilder options, Action<DbContextOptionsBuilder> use)
    {
        options.ConfigureWarnings(QuietFailures); // first, as AddDbContext puts EF's own options first: in another order EF makes all its services anew
        options.ReplaceService<IDatabase, ManyRowsDatabase>();
        use(options);
    }

    /// <summary>
    /// EF's services and the compiled model are made on another core while the host is put together. EF keeps one set for all contexts with
    /// such options in such an order, and whoever comes before it is done waits. What goes wrong goes wrong again there, where it is told.
    /// </summary>
    internal static IModelSource Begin<TDb>(Action<DbContextOptionsBuilder> use) where TDb : MentorshipDb
    {
        var options = new DbContextOptionsBuilder<TDb>();
        Use(options, use);
        using var db = (TDb)Activator.CreateInstance(typeof(TDb), options.Options, new CommunityScope(), SystemClock.Instance)!;
        _ = db.Model;
        return db.GetService<IModelSource>();
    }

    // A lost race is ordinary and done again, and a failure that ends a request or a job is logged by whoever ends it. Some engines quote rows here.
    private static void QuietFailures(WarningsConfigurationBuilder events) => events.Log(
        (RelationalEventId.CommandError, LogLevel.Debug), (CoreEventId.SaveChangesFailed, LogLevel.Debug),
        (CoreEventId.OptimisticConcurrencyException, LogLevel.Debug), (CoreEventId.QueryIterationFailed, LogLevel.Debug),
        (RelationalEventId.NonQueryOperationFailed, LogLevel.Debug), (RelationalEventId.TransactionError, LogLevel.Debug));

    private static void Batch<T>(int? size, Func<int, T> set)
    {
        if (size is { } most) set(most);
    }
}
