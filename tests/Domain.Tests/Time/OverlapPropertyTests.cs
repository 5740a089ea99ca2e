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
        var (random, years) = (new Random((int)from.ToUnixTimeSeconds()), new ZoneYears(from));
        var people = Zones.SelectMany(id => TwoIn(id, from, random)).ToList();
        Assert.All(people, person => Assert.Equal(person.Slow.Minutes.Length, AgreeUpTo(person.Year, person.Slow)));

        var (newcomers, mentors) = (people.Where((_, i) => i % 2 == 0), people.Where((_, i) => i % 2 == 1));
        var pairs = newcomers.SelectMany(newcomer => mentors.Select(mentor => (newcomer, mentor))).ToList();
        var expected = pairs.ConvertAll(pair => pair.newcomer.Slow.SharedMinutes(pair.mentor.Slow).Min());
        Assert.Equal(expected, pairs.ConvertAll(pair => Least(pair.newcomer, pair.mentor, years)));
        Assert.Equal(expected, pairs.ConvertAll(pair => OverlapOfInstants.LeastWeekMinutes(pair.newcomer.Year, pair.mentor.Year)));
        Assert.True(expected.Count(minutes => minutes > 0) > pairs.Count / 4, "Too few pairs meet at all for this to prove anything.");
    }

    [Theory]
    [InlineData("2026-03-02T00:00:00Z")]
    [InlineData("2026-10-26T00:30:00Z")]
    [InlineData("2011-12-20T10:30:00Z")]
    [InlineData("1999-12-31T23:59:59Z")]
    [InlineData("2031-07-04T18:00:00Z")]
    public void In_every_zone_that_there_is_the_least_week_is_that_of_the_slow_way(string instant)
    {
        var from = Utc(instant);
        var (random, years, met) = (new Random(5), new ZoneYears(from), 0);
        var all = DateTimeZoneProviders.Tzdb.Ids.Where(id => random.Next(2) == 0).ToArray();
        foreach (var here in all)
        {
            var there = random.Next(3) == 0 ? Zones[random.Next(Zones.Length)] : random.Next(4) == 0 ? here : all[random.Next(all.Length)];
            var (newcomer, mentor) = (SomeAvailability.From(random), SomeAvailability.From(random));
            var least = Sharing.Slowly(newcomer, here, mentor, there, from);
            Assert.True(least == Sharing.Least(newcomer, here, mentor, there, years), $"{newcomer} in {here}, {mentor} in {there}");
            met += least > 0 ? 1 : 0;
        }
        Assert.InRange(met, all.Length / 4, all.Length);
    }

    /// <summary>The fast way takes it that minutes which a clock shows twice are no part of another change.</summary>
    [Fact]
    public void No_clock_changes_twice_within_three_days_or_by_parts_of_a_minute_from_1973_to_2060()
    {
        var span = new Interval(Utc("1973-01-02T00:00:00Z"), Utc("2060-01-01T00:00:00Z"));
        foreach (var zone in DateTimeZoneProviders.Tzdb.Ids.Select(Zone))
        {
            var changes = zone.GetZoneIntervals(span, NodaTime.TimeZones.ZoneEqualityComparer.Options.OnlyMatchWallOffset).ToList();
            Assert.All(changes, interval => Assert.Equal(0, interval.WallOffset.Seconds % 60));
            Assert.All(changes.Skip(1).SkipLast(1), interval => Assert.True(interval.Duration.TotalDays > 3, $"{zone.Id} {interval}"));
        }
    }

    [Fact]
    public void In_one_zone_it_does_not_matter_who_is_the_newcomer()
    {
        var years = new ZoneYears(From);
        foreach (var (zone, random) in Zones.Select((id, seed) => (id, new Random(seed))))
        {
            for (var i = 0; i < 20; i++)
            {
                var (one, other) = (SomeAvailability.From(random), SomeAvailability.From(random));
                Assert.Equal(Sharing.Least(one, zone, other, zone, years), Sharing.Least(other, zone, one, zone, years));
            }
        }
    }

    [Fact]
    public void Another_window_never_makes_the_overlap_less_and_nobody_shares_more_than_their_own()
    {
        var (random, years) = (new Random(7), new ZoneYears(From));
        for (var i = 0; i < 200; i++)
        {
            var (here, there) = (Zones[random.Next(Zones.Length)], Zones[random.Next(Zones.Length)]);
            var (fewer, added, mentor) = (SomeAvailability.From(random), SomeAvailability.From(random), SomeAvailability.From(random));
            var more = WeeklyAvailability.Parse($"{fewer}; {added}");
            var least = Sharing.Least(fewer, here, mentor, there, years);
            Assert.InRange(least, 0, Sharing.Least(fewer, here, fewer, here, years));
            Assert.InRange(least, 0, Sharing.Least(more, here, mentor, there, years));
        }
    }

    [Fact]
    public void A_week_is_sorted_and_merged_and_the_same_however_the_windows_are_cut_or_repeated()
    {
        var random = new Random(11);
        for (var i = 0; i < 100; i++)
        {
            var availability = SomeAvailability.From(random);
            var edges = LocalWeek.EdgesOf(availability);
            Assert.All(edges.Zip(edges.Skip(1)), two => Assert.True(two.First < two.Second));
            Assert.Equal(edges, LocalWeek.EdgesOf(WeeklyAvailability.Parse($"{availability}; {availability}")));
        }
    }

    private static readonly Instant From = Utc("2026-05-06T07:08:09Z");

    private static int Least(Person newcomer, Person mentor, ZoneYears years) =>
        Sharing.Least(newcomer.Availability, newcomer.Zone, mentor.Availability, mentor.Zone, years);

    private static IEnumerable<Person> TwoIn(string id, Instant from, Random random)
    {
        var (zone, readings) = (Zone(id), SlowAvailability.Readings(Zone(id), from));
        foreach (var availability in new[] { SomeAvailability.From(random), SomeAvailability.From(random) })
            yield return new(id, availability, YearOfAvailability.Of(availability, zone, from), new(readings, zone, from, availability));
    }

    private sealed record Person(string Zone, WeeklyAvailability Availability, YearOfAvailability Year, SlowAvailability Slow);

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
