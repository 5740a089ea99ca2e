using Mentorship.Api.Jobs;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using NodaTime;

namespace Mentorship.Api.Tests.Jobs;

public sealed class JobHealthTests
{
    private static readonly Duration Minute = Duration.FromMinutes(1);
    private readonly TestClock clock = new(Instant.FromUtc(2026, 1, 5, 12, 0));
    private readonly JobLedger ledger;
    private readonly JobHealth health;

    public JobHealthTests()
    {
        ledger = new JobLedger(clock);
        health = new JobHealth(new Timetable([new("often", Minute, () => new Act("often")), new("seldom", Duration.FromDays(1), () => new Act("seldom"))]), ledger, clock);
    }

    [Fact]
    public async Task Jobs_that_have_only_just_begun_are_healthy() => Assert.Equal(HealthStatus.Healthy, (await Check()).Status);

    [Fact]
    public async Task Two_failures_in_a_row_are_borne_and_three_are_reported()
    {
        Fail(2);
        Assert.Equal(HealthStatus.Healthy, (await Check()).Status);

        Fail(1);
        Assert.Equal("often failed 3 times in a row", (await Check()).Description);
    }

    [Fact]
    public async Task A_success_ends_the_row_of_failures()
    {
        Fail(5);
        ledger.Succeeded("often");

        Assert.Equal(HealthStatus.Healthy, (await Check()).Status);
        Assert.Equal(new JobStanding(clock.Now, null, 0), ledger.Of("often"));
    }

    [Fact]
    public async Task A_job_that_has_not_run_for_more_than_ten_intervals_is_reported()
    {
        ledger.Succeeded("often");
        clock.Now += Minute * 10;
        Assert.Equal(HealthStatus.Healthy, (await Check()).Status);

        clock.Now += Duration.FromSeconds(1);
        var report = await Check();
        Assert.Equal(HealthStatus.Degraded, report.Status);
        Assert.Equal("often has not run since 2026-01-05T12:00:00Z", report.Description);
    }

    [Fact]
    public async Task A_job_that_is_at_work_is_not_late_until_it_has_been_so_for_an_hour()
    {
        ledger.Succeeded("often");
        ledger.Began("often");
        clock.Now += Duration.FromHours(1);
        Assert.Equal(HealthStatus.Healthy, (await Check()).Status);

        clock.Now += Duration.FromSeconds(1);
        Assert.Equal("often is at work since 2026-01-05T12:00:00Z", (await Check()).Description);

        ledger.Failed("often");
        Assert.Equal(HealthStatus.Healthy, (await Check()).Status);
    }

    [Fact]
    public async Task A_job_that_never_ran_is_counted_from_the_start_of_the_host()
    {
        clock.Now += Minute * 11;

        Assert.Contains("often has not run", (await Check()).Description);
    }

    [Fact]
    public async Task A_job_that_runs_and_fails_does_run()
    {
        clock.Now += Minute * 11;
        Fail(1);

        Assert.Equal(HealthStatus.Healthy, (await Check()).Status);
    }

    private void Fail(int times)
    {
        for (var n = 0; n < times; n++) ledger.Failed("often");
    }

    private Task<HealthCheckResult> Check() => health.CheckHealthAsync(new HealthCheckContext());
}
