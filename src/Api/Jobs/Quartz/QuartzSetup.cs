using Quartz;

namespace Mentorship.Api.Jobs.Quartz;

/// <summary>
/// Jobs on Quartz with its store in memory: every host ticks for itself, and what must happen once is kept once by our own keys.
/// Such a store cannot know what was missed while the host was away, so each job also runs once when the host starts.
/// </summary>
internal static class QuartzSetup
{
    // Later than this is a misfire. Short, so that a long run is followed by one late run and not by a burst of them.
    private static readonly TimeSpan Late = TimeSpan.FromSeconds(1);

    // The first requests come before the first run of every job at once.
    private static readonly TimeSpan FirstRun = TimeSpan.FromSeconds(2);

    public static IServiceCollection AddQuartzJobs(this IServiceCollection services, Timetable timetable)
    {
        services.AddTimetable(timetable);
        services.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(o => o.ShutdownJobInterruption = ShutdownJobInterruption.WhenWaitingForJobs);
            quartz.UseInMemoryStore(o => o.MisfireThreshold = Late);
            quartz.UseDefaultThreadPool(Math.Max(1, timetable.Entries.Count));
            foreach (var entry in timetable.Entries) quartz.Schedule(entry);
        });
        return services.AddQuartzHostedService(o => (o.WaitForJobsToComplete, o.StartDelay) = (true, FirstRun));
    }

    private static void Schedule(this IQuartzBuilder quartz, JobEntry entry)
    {
        var key = new JobKey(entry.Name);
        quartz.AddJob<QuartzJob>(job => job.WithIdentity(key).DisallowConcurrentExecution());
        quartz.AddTrigger(trigger => trigger.ForJob(key).WithIdentity(entry.Name).StartNow().WithSchedule(QuartzRhythm.Of(entry)));
    }
}
