using Mentorship.Domain;
using Mentorship.Domain.CheckIns;
using Mentorship.Domain.Communities;
using Mentorship.Domain.Matching;
using Mentorship.Domain.Members;
using Mentorship.Domain.Pairings;
using Mentorship.Infrastructure.Persistence.Stores;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Mentorship.Infrastructure.Persistence;

/// <summary>Chooses the engine by <c>Database:Engine</c> (sqlite, postgresql, sqlserver) and connects by <c>ConnectionStrings:Mentorship</c>.</summary>
public static class PersistenceSetup
{
    public static IServiceCollection AddPersistence(this IServiceCollection services, IConfiguration configuration)
    {
        var engine = configuration["Database:Engine"] ?? "sqlite";
        var connection = configuration.GetConnectionString("Mentorship")
            ?? throw new MissingSetting("ConnectionStrings:Mentorship", "Set ConnectionStrings:Mentorship to the database's connection string.");
        services.AddScoped<CommunityScope>();
        services.AddScoped(typeof(IStore<,>), typeof(Store<,>));
        services.AddScoped<IPairingBook, PairingBook>();
        services.AddScoped<IVault, MemberVault>();
        services.AddScoped<CheckInBook>();
        services.AddScoped<ICheckInBook>(p => p.GetRequiredService<CheckInBook>());
        services.AddScoped<IPlanBook>(p => p.GetRequiredService<CheckInBook>());
        services.AddScoped<DueWork>();
        services.AddScoped<Outbox.Sending>();
        services.AddScoped<ICommunities, Communities>();
        services.AddScoped<IRequestBook, RequestBook>();
        services.AddScoped<IMatchingBoards, MatchingBoards>();
        services.AddScoped<IMemberBook, MemberBook>();
        services.AddScoped<IBatches, Batches>();
        return engine.ToLowerInvariant() switch
        {
            "sqlite" => services.AddEngine<SqliteDb>(o => o.UseSqlite(connection)),
            "postgresql" => services.AddEngine<PostgreSqlDb>(o => o.UseNpgsql(connection)),
            "sqlserver" => services.AddEngine<SqlServerDb>(o => o.UseSqlServer(connection)),
            _ => throw new MissingSetting("Database:Engine", "Set Database:Engine to sqlite, postgresql or sqlserver."),
        };
    }

    private static IServiceCollection AddEngine<TDb>(this IServiceCollection services, Action<DbContextOptionsBuilder> use) where TDb : MentorshipDb
    {
        services.AddDbContext<TDb>(use);
        return services.AddScoped<MentorshipDb>(provider => provider.GetRequiredService<TDb>());
    }
}
