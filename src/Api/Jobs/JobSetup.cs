using Mentorship.Infrastructure;
using Microsoft.Extensions.DependencyInjection.Extensions;
#if STACK_SQLSERVER
using Mentorship.Api.Jobs.Hangfire;
#else
using Mentorship.Api.Jobs.Quartz;
#endif

namespace Mentorship.Api.Jobs;

/// <summary>Gives the timetable to the stack's job engine, unless <c>Jobs:Enabled</c> is false.</summary>
internal static class JobSetup
{
    public static IServiceCollection AddJobs(this IServiceCollection services, IConfiguration configuration, Timetable timetable)
    {
        if (!Enabled(configuration)) return services;
#if STACK_SQLSERVER
        return services.AddHangfireJobs(configuration, timetable);
#else
        return services.AddQuartzJobs(timetable);
#endif
    }

    /// <summary>The engine's own pages, where it has some.</summary>
    public static void MapJobs(this WebApplication app)
    {
#if STACK_SQLSERVER
        if (Enabled(app.Configuration)) app.MapJobDashboard();
#endif
    }

    internal static IServiceCollection AddTimetable(this IServiceCollection services, Timetable timetable)
    {
        services.TryAddSingleton<JobLedger>();
        services.AddSingleton(timetable).AddSingleton<JobRunner>();
        services.AddHealthChecks().AddCheck<JobHealth>("jobs");
        return services;
    }

    private static bool Enabled(IConfiguration configuration) => configuration.Switch("Jobs:Enabled", otherwise: true);
}
