using Mentorship.Domain.CheckIns;
using NodaTime;

namespace Mentorship.Domain.Tests.CheckIns;

public class OutagesTests
{
    private static readonly Instant Midnight = Instant.FromUtc(2026, 10, 20, 0, 0);

    [Fact]
    public void What_lies_between_two_stretches_and_after_the_last_is_an_outage() =>
        Assert.Equal([Span(2, 5), Span(7, 9)], Outages.Between([Span(5, 7), Span(0, 2)], At(9)).Spans);

    [Fact]
    public void Of_the_time_before_the_first_stretch_nothing_is_known()
    {
        Assert.Empty(Outages.Between([], At(9)).Spans);
        Assert.Empty(Outages.Between([Span(8, 9)], At(9)).Spans);
    }

    [Fact]
    public void While_one_of_several_hosts_is_there_there_is_no_outage() =>
        Assert.Equal([Span(8, 9)], Outages.Between([Span(0, 6), Span(1, 2), Span(4, 8)], At(9)).Spans);

    [Theory]
    [InlineData(59, 0), InlineData(60, 1)]
    public void Less_than_an_hour_is_none(int minutes, int outages) =>
        Assert.Equal(outages, Outages.Between([Span(0, 2)], At(2) + Duration.FromMinutes(minutes)).Spans.Count);

    [Theory]
    [InlineData(0, 10, 5)]
    [InlineData(3, 4, 0)]
    [InlineData(3, 8, 2)]
    [InlineData(5, 7, 2)]
    [InlineData(8, 20, 11)]
    public void The_time_in_which_the_service_was_there_is_what_outages_leave(int from, int until, int hours) =>
        Assert.Equal(Duration.FromHours(hours), TwoOutages.TimeThere(At(from), At(until)));

    [Theory]
    [InlineData(0, 2, 2)] // it ends as the first outage begins
    [InlineData(0, 3, 6)]
    [InlineData(0, 5, 10)] // both
    [InlineData(3, 1, 6)] // it begins within one
    [InlineData(11, 1, 12)]
    public void So_long_there_takes_longer_by_each_outage(int from, int hours, int due) =>
        Assert.Equal(At(due), TwoOutages.After(At(from), Duration.FromHours(hours)));

    /// <summary>From 2 to 5, and from 7 to 9.</summary>
    private static Outages TwoOutages => Outages.Between([Span(0, 2), Span(5, 7), Span(9, 20)], At(20));

    private static Instant At(int hour) => Midnight + Duration.FromHours(hour);

    private static Interval Span(int from, int until) => new(At(from), At(until));
}
