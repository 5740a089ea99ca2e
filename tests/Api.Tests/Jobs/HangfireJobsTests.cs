#if STACK_SQLSERVER
using Hangfire;
using Hangfire.Common;
using Hangfire.InMemory;
using Hangfire.Storage;
using Mentorship.Api.Jobs;
using Mentorship.Api.Jobs.Hangfire;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;

namespace Mentorship.Api.Tests.Jobs;

public sealed class HangfireJobsTests : JobEngineContract
{
    private readonly InMemoryStorage storage = new();

    private protected override Duration Tick => Duration.FromSeconds(1);

    private protected override void AddEngine(IServiceCollection services, Timetable timetable)
    {
        services.AddSingleton<JobStorage>(storage); // an instance: no host disposes what the next one goes on with
        // Hangfire logs through one provider a process, the last host's; another host's end must not take it away.
        services.AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance);
        services.AddHangfireJobs(new ConfigurationBuilder().Build(), timetable);
    }

    [Fact]
    public async Task What_the_timetable_no_longer_has_is_removed_at_the_next_start()
    {
        await using (await Start("before", "old", "kept")) await Effects.Until(() => Effects.Runs("old") >= 1);
        await using var host = await Start("after", "kept");

        using var connection = storage.GetConnection();
        Assert.Equal(["kept"], connection.GetRecurringJobs().Select(j => j.Id));
    }

    [Fact]
    public async Task A_failed_run_expires_and_keeps_nothing_of_what_the_exception_said()
    {
        Effects.Behaviour["bad"] = (_, _) => throw new InvalidOperationException("secret");
        await using var host = await Start("one", "bad");
        await Effects.Until(() => Effects.Runs("bad") >= 2);

        var monitor = storage.GetMonitoringApi();
        Assert.Equal(0, monitor.FailedCount());
        Assert.Equal(0, monitor.ScheduledCount());
        var details = monitor.JobDetails(monitor.DeletedJobs(0, 1).Single().Key);
        Assert.NotNull(details.ExpireAt);
        Assert.Equal("bad", details.Job.Args[0]);
        Assert.DoesNotContain(details.History.SelectMany(h => h.Data.Values), value => value.Contains("secret"));
    }

    [Fact]
    public async Task Days_away_are_made_good_by_one_run()
    {
        var daily = Daily("daily");
        await using (await Start("before", daily, Ticking("other"))) await Effects.Until(() => Effects.Runs("other") >= 1);
        LookAsIfLastRun(daily.Name, DateTime.UtcNow.AddDays(-5));

        await using var host = await Start("after", daily, Ticking("other"));

        await Effects.Until(() => Effects.Runs("daily") >= 1 && Effects.Runs("other") >= 4);
        Assert.Equal(1, Effects.Runs("daily"));
    }

    [Fact]
    public void A_run_on_one_host_counts_for_the_others()
    {
        var clock = new TestClock(Instant.FromUtc(2026, 1, 5, 12, 0));
        var here = new SharedJobLedger(clock, storage);
        var there = new SharedJobLedger(clock, storage);
        Assert.Null(here.LastRun("job"));

        there.Succeeded("job");

        Assert.Equal(clock.Now, here.LastRun("job"));
        Assert.Null(here.LastRun("other"));
    }

    public override void Dispose()
    {
        storage.Dispose();
        base.Dispose();
    }

    private void LookAsIfLastRun(string job, DateTime at)
    {
        using var connection = storage.GetConnection();
        using var change = connection.CreateWriteTransaction();
        change.SetRangeInHash($"recurring-job:{job}", [new("LastExecution", JobHelper.SerializeDateTime(at)), new("NextExecution", JobHelper.SerializeDateTime(at.AddDays(1)))]);
        change.AddToSet("recurring-jobs", job, JobHelper.ToTimestamp(at.AddDays(1)));
        change.Commit();
    }
}
#endif
