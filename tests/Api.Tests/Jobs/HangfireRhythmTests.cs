#if STACK_SQLSERVER
using Hangfire;
using Hangfire.InMemory;
using Hangfire.Storage;
using Mentorship.Api.Jobs;
using Mentorship.Api.Jobs.Hangfire;
using NodaTime;

namespace Mentorship.Api.Tests.Jobs;

public sealed class HangfireRhythmTests
{
    [Theory]
    [InlineData(1, "*/1 * * * * *")]
    [InlineData(15, "*/15 * * * * *")]
    [InlineData(60, "0 */1 * * * *")]
    [InlineData(300, "0 */5 * * * *")]
    [InlineData(3600, "0 0 */1 * * *")]
    [InlineData(43200, "0 0 */12 * * *")]
    [InlineData(86400, "0 0 0 * * *")]
    public void An_interval_is_a_cron_expression_with_seconds_that_Hangfire_takes(int seconds, string cron)
    {
        Assert.Equal(cron, HangfireRhythm.Of(Entry(Duration.FromSeconds(seconds))));

        using var storage = new InMemoryStorage();
        var before = DateTime.UtcNow;
        new RecurringJobManager(storage).AddOrUpdate("job", () => GC.KeepAlive(null), cron, new RecurringJobOptions { TimeZone = TimeZoneInfo.Utc });
        using var connection = storage.GetConnection();
        var next = connection.GetRecurringJobs().Single().NextExecution!.Value;
        Assert.Equal(0, next.TimeOfDay.TotalSeconds % seconds);
        Assert.InRange(next, before.AddSeconds(-1), DateTime.UtcNow.AddSeconds(seconds));
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(7)]
    [InlineData(90)]
    [InlineData(172800)]
    public void An_interval_that_cron_cannot_keep_is_refused(double seconds) => Assert.Throws<ArgumentException>(() => HangfireRhythm.Of(Entry(Duration.FromSeconds(seconds))));

    [Fact]
    public void The_standard_timetable_can_be_kept() => Assert.All(Timetable.Standard.Entries, e => Assert.NotEmpty(HangfireRhythm.Of(e)));

    private static JobEntry Entry(Duration every) => new("job", every, () => new Act("job"));
}
#endif
