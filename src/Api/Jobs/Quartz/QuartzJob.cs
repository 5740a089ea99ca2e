using Quartz;

namespace Mentorship.Api.Jobs.Quartz;

/// <summary>The one Quartz job: its key's name is the entry's name.</summary>
internal sealed class QuartzJob(Timetable timetable, JobRunner runner) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await runner.Run(timetable.Get(context.JobDetail.Key.Name), cancellationToken);
}
