using Mentorship.Domain.Time;
using NodaTime;
using static Mentorship.Domain.Tests.Time.Clock;

namespace Mentorship.Domain.Tests.Time;

public class OverlapPropertyTests
{
    private static readonly string[] Zones =
    [
        "America/New_York", "Europe/London", "Europe/Dublin", "America/Phoenix", "Australia/Lord_Howe", "Africa/Casablanca",
        "Asia/Kolkata", "Asia/Kathmandu", "America/St_Johns", "Pacific/Apia", "America/Nuuk", "Pacific/Chatham",
    ];

    [Theory]
    [InlineData("2026-01-15T09:30:00Z")]
    [InlineData("2026-10-23T23:59:00Z")]
    [InlineData("2011-11-20T10:30:00Z")] // Samoa leaves out a Friday in this year.
    public void Every_minute_of_the_year_and_every_least_week_agree_with_counting_single_minutes(string instant)
    {
        var from = Utc(instant);
        var random = new Random((int)from.ToUnixTimeSeconds());
        var people = Zones.SelectMany(id => TwoIn(Zone(id), from, random)).ToList();
        Assert.All(people, person => Assert.Equal(person.Slow.Minutes.Length, AgreeUpTo(person.Fast, person.Slow)));

        var (newcomers, mentors) = (people.Where((_, i) => i % 2 == 0), people.Where((_, i) => i % 2 == 1));
        var pairs = newcomers.SelectMany(newcomer => mentors.Select(mentor => (newcomer, mentor))).ToList();
        var expected = pairs.ConvertAll(pair => pair.newcomer.Slow.SharedMinutes(pair.mentor.Slow).Min());
        Assert.Equal(expected, pairs.ConvertAll(pair => Overlap.LeastWeekMinutes(pair.newcomer.Fast, pair.mentor.Fast)));
        Assert.True(expected.Count(minutes => minutes > 0) > pairs.Count / 4, "Too few pairs meet at all for this to prove anything.");
    }

    [Fact]
    public void In_one_zone_it_does_not_matter_who_is_the_newcomer()
    {
        foreach (var (zone, random) in Zones.Select((id, seed) => (Zone(id), new Random(seed))))
        {
            for (var i = 0; i < 20; i++)
            {
                var (one, other) = (Year(SomeAvailability.From(random), zone), Year(SomeAvailability.From(random), zone));
                Assert.Equal(Overlap.LeastWeekMinutes(one, other), Overlap.LeastWeekMinutes(other, one));
            }
        }
    }

    [Fact]
    public void Another_window_never_makes_the_overlap_less_and_nobody_shares_more_than_their_own()
    {
        var random = new Random(7);
        for (var i = 0; i < 200; i++)
        {
            var (here, there) = (Zone(Zones[random.Next(Zones.Length)]), Zone(Zones[random.Next(Zones.Length)]));
            var (fewer, added) = (SomeAvailability.From(random), SomeAvailability.From(random));
            var newcomer = Year(fewer, here);
            var more = Year(WeeklyAvailability.Parse($"{fewer}; {added}"), here);
            var mentor = Year(SomeAvailability.From(random), there);
            var least = Overlap.LeastWeekMinutes(newcomer, mentor);
            Assert.InRange(least, 0, Overlap.LeastWeekMinutes(newcomer, newcomer));
            Assert.InRange(least, 0, Overlap.LeastWeekMinutes(more, mentor));
        }
    }

    [Fact]
    public void A_year_is_sorted_and_merged_and_the_same_however_the_windows_are_cut_or_repeated()
    {
        var random = new Random(11);
        foreach (var zone in Zones.Select(Zone))
        {
            var availability = SomeAvailability.From(random);
            var year = Year(availability, zone).Stretches.ToArray();
            Assert.All(year, stretch => Assert.True(stretch.From < stretch.To));
            Assert.All(year.Zip(year.Skip(1)), two => Assert.True(two.First.To < two.Second.From));
            Assert.Equal(year, Year(WeeklyAvailability.Parse($"{availability}; {availability}"), zone).Stretches.ToArray());
        }
    }

    private static YearOfAvailability Year(WeeklyAvailability availability, DateTimeZone zone) =>
        YearOfAvailability.Of(availability, zone, Utc("2026-05-06T07:08:09Z"));

    private static IEnumerable<(YearOfAvailability Fast, SlowAvailability Slow)> TwoIn(DateTimeZone zone, Instant from, Random random)
    {
        var readings = SlowAvailability.Readings(zone, from);
        foreach (var availability in new[] { SomeAvailability.From(random), SomeAvailability.From(random) })
            yield return (YearOfAvailability.Of(availability, zone, from), new SlowAvailability(readings, zone, from, availability));
    }

    /// <summary>The first minute at which the two differ, from two days before the first week to two days after the last.</summary>
    private static int AgreeUpTo(YearOfAvailability fast, SlowAvailability slow)
    {
        var first = slow.InstantAt(0).ToUnixTimeSeconds() / 60;
        var (margin, minutes) = (2 * 24 * 60, new bool[slow.Minutes.Length]);
        foreach (var stretch in fast.Stretches)
        {
            for (var minute = stretch.From / 60; minute < stretch.To / 60; minute++)
                minutes[minute - first] = true;
        }

        var (start, end) = ((int)(fast.Mondays[0] / 60 - first) - margin, (int)(fast.Mondays[^1] / 60 - first) + margin);
        slow.Minutes.AsSpan(..start).CopyTo(minutes);
        slow.Minutes.AsSpan(end..).CopyTo(minutes.AsSpan(end));
        return slow.Minutes.AsSpan().CommonPrefixLength(minutes);
    }
}
