using Mentorship.Api.Jobs;
using NodaTime;

namespace Mentorship.Api.Tests.Jobs;

public sealed class TimetableTests
{
    [Fact]
    public void An_interval_of_the_standard_timetable_can_be_kept_by_both_engines() =>
        Assert.All(Timetable.Standard.Entries, e => Assert.True(DividesAMinuteAnHourOrADay(e.Every), e.Name));

    [Theory]
    [InlineData(5, true)]
    [InlineData(60, true)]
    [InlineData(300, true)]
    [InlineData(86400, true)]
    [InlineData(7, false)]
    [InlineData(90, false)]
    [InlineData(0.5, false)]
    [InlineData(172800, false)]
    public void Only_whole_seconds_that_divide_a_minute_an_hour_or_a_day_can(double seconds, bool can) =>
        Assert.Equal(can, DividesAMinuteAnHourOrADay(Duration.FromSeconds(seconds)));

    [Fact]
    public void An_entry_is_found_by_its_name()
    {
        var timetable = new Timetable([Entry("first"), Entry("second")]);

        Assert.Equal("second", timetable.Get("second").Name);
    }

    [Fact]
    public void Two_entries_of_one_name_are_refused() =>
        Assert.Throws<ArgumentException>(() => new Timetable([Entry("same"), Entry("same")]));

    [Theory]
    [InlineData("")]
    [InlineData("Send notices")]
    [InlineData("send_notices")]
    [InlineData("send-notices-")]
    public void A_name_that_is_not_kebab_case_is_refused(string name) =>
        Assert.Throws<ArgumentException>(() => new Timetable([Entry(name)]));

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void An_interval_that_is_not_positive_is_refused(int seconds) =>
        Assert.Throws<ArgumentException>(() => new Timetable([Entry("job") with { Every = Duration.FromSeconds(seconds) }]));

    private static bool DividesAMinuteAnHourOrADay(Duration every) =>
        Parts(Duration.FromSeconds(1), 60).Concat(Parts(Duration.FromMinutes(1), 60)).Concat(Parts(Duration.FromHours(1), 24)).Contains(every);

    private static IEnumerable<Duration> Parts(Duration unit, int many) => Enumerable.Range(1, many).Where(n => many % n == 0).Select(n => unit * n);

    private static JobEntry Entry(string name) => new(name, Duration.FromSeconds(5), () => new Act(name));
}
