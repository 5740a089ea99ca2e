using Quartz;

namespace Mentorship.Api.Jobs.Quartz;

/// <summary>An entry's rhythm as a Quartz schedule. A time that was missed is made good by one run, never by as many as were missed.</summary>
internal static class QuartzRhythm
{
    public static IScheduleBuilder Of(JobEntry entry) => SimpleScheduleBuilder.Create()
        .WithInterval(entry.Every.ToTimeSpan())
        .RepeatForever()
        .WithMisfireInstruction(SimpleTriggerMisfireInstruction.NowWithExistingCount);
}
