using Mentorship.Api.Jobs;
using Mentorship.Api.Jobs.Quartz;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Mentorship.Api.Tests.Jobs;

public sealed class QuartzJobsTests : JobEngineContract
{
    private protected override Duration Tick => Duration.FromMilliseconds(20);

    private protected override void AddEngine(IServiceCollection services, Timetable timetable) => services.AddQuartzJobs(timetable);

    [Fact]
    public async Task A_daily_job_also_runs_once_when_the_host_starts()
    {
        await using var host = await Start("one", Daily("daily"), Ticking("other"));

        await Effects.Until(() => Effects.Runs("daily") >= 1 && Effects.Runs("other") >= 5);
        Assert.Equal(1, Effects.Runs("daily"));
    }
}
