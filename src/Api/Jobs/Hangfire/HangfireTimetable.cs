using Hangfire;
using Hangfire.Storage;

namespace Mentorship.Api.Jobs.Hangfire;

/// <summary>Writes the timetable into Hangfire's storage when a host starts, and removes what the timetable no longer has.</summary>
internal sealed class HangfireTimetable(Timetable timetable, IRecurringJobManager recurring, JobStorage storage) : IHostedService
{
    private static readonly RecurringJobOptions Options = new()
    {
        TimeZone = TimeZoneInfo.Utc,
        MisfireHandling = MisfireHandlingMode.Relaxed, // one run for however many were missed
    };

    public Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var entry in timetable.Entries)
            recurring.AddOrUpdate<HangfireJob>(entry.Name, job => job.Run(entry.Name, CancellationToken.None), HangfireRhythm.Of(entry), Options);
        using var connection = storage.GetConnection();
        foreach (var stored in connection.GetRecurringJobs().Where(s => timetable.Entries.All(e => e.Name != s.Id)))
            recurring.RemoveIfExists(stored.Id);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
