using Hangfire;
using Hangfire.AspNetCore;
using Hangfire.SqlServer;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Mentorship.Api.Jobs.Hangfire;

/// <summary>
/// Jobs on Hangfire with its store in SQL Server: one host's scheduler puts a due job into the queue, any host's worker runs it.
/// A store that is already registered is used instead.
/// </summary>
internal static class HangfireSetup
{
    public static IServiceCollection AddHangfireJobs(this IServiceCollection services, IConfiguration configuration, Timetable timetable)
    {
        services.TryAddSingleton<JobStorage>(_ => Store(configuration));
        services.AddSingleton<JobLedger, SharedJobLedger>();
        services.AddTimetable(timetable);
        // Ours instead of the process-wide JobActivator.Current, which belongs to the host that was configured last.
        services.AddSingleton<JobActivator>(p => new AspNetCoreJobActivator(p.GetRequiredService<IServiceScopeFactory>()));
        services.AddHangfire(_ => { });
        services.AddHostedService<HangfireTimetable>();
        return services.AddHangfireServer(options =>
        {
            options.SchedulePollingInterval = TimeSpan.FromSeconds(1); // the default of 15 s is longer than our shortest interval
            options.WorkerCount = Math.Max(1, timetable.Entries.Count);
        });
    }

    private static SqlServerStorage Store(IConfiguration configuration)
    {
        var options = new SqlServerStorageOptions { SchemaName = "Jobs", DisableGlobalLocks = true, UseRecommendedIsolationLevel = true };
        // A run leaves a few rows; at one run every five seconds the default of a day would keep a hundred thousand of them.
        return new SqlServerStorage(configuration.GetConnectionString("Mentorship"), options) { JobExpirationTimeout = TimeSpan.FromHours(1) };
    }
}
