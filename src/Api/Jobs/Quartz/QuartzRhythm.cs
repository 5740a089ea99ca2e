using NodaTime;
using Quartz;

namespace Mentorship.Api.Jobs.Quartz;

/// <summary>An entry's rhythm as a Quartz schedule. A time that was missed is made good by one run, never by as many as were missed.</summary>
internal static class QuartzRhythm
{
    public static IScheduleBuilder Of(JobEntry entry) => entry.AtUtc is { } at ? Daily(at) : Interval(entry.Every);

    private static SimpleScheduleBuilder Interval(Duration every) => SimpleScheduleBuilder.Create()
        .WithInterval(every.ToTimeSpan())
        .RepeatForever()
        .WithMisfireInstruction(SimpleTriggerMisfireInstruction.NowWithExistingCount);

    private static DailyTimeIntervalScheduleBuilder Daily(LocalTime at) => DailyTimeIntervalScheduleBuilder.Create()
        .OnEveryDay()
        .StartingDailyAt(at.ToTimeOnly())
        .EndingDailyAfterCount(1)
        .InTimeZone(TimeZoneInfo.Utc)
        .WithMisfireInstruction(DailyTimeIntervalTriggerMisfireInstruction.FireAndProceed);
}
