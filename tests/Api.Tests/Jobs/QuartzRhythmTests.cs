using Mentorship.Api.Jobs;
using Mentorship.Api.Jobs.Quartz;
using NodaTime;
using Quartz;
using Quartz.Extensibility;

namespace Mentorship.Api.Tests.Jobs;

public sealed class QuartzRhythmTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 29, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void An_interval_repeats_for_ever()
    {
        var trigger = Scheduled(Entry(Duration.FromSeconds(15)), new FixedTime(Noon));

        Assert.Equal(Noon, trigger.NextFireTimeUtc);
        Assert.Equal(Noon.AddSeconds(15), trigger.GetFireTimeAfter(Noon));
        Assert.Equal(Noon.AddYears(10).AddSeconds(15), trigger.GetFireTimeAfter(Noon.AddYears(10)));
    }

    [Fact]
    public void Three_days_missed_are_made_good_by_one_run_at_once()
    {
        var time = new FixedTime(Noon);
        var trigger = Scheduled(Entry(Duration.FromSeconds(15)), time);

        time.Now = Noon.AddDays(3);
        trigger.UpdateAfterMisfire(null);
        Assert.Equal(time.Now, trigger.NextFireTimeUtc);

        trigger.Triggered(null);
        Assert.Equal(time.Now.AddSeconds(15), trigger.NextFireTimeUtc);
    }

    private static JobEntry Entry(Duration every) => new("job", every, () => new Act("job"));

    private static IOperableTrigger Scheduled(JobEntry entry, TimeProvider time)
    {
        var trigger = (IOperableTrigger)TriggerBuilder.Create(time).WithIdentity("job").StartAt(time.GetUtcNow()).WithSchedule(QuartzRhythm.Of(entry)).Build();
        trigger.ComputeFirstFireTimeUtc(null);
        return trigger;
    }

    private sealed class FixedTime(DateTimeOffset now) : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = now;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
