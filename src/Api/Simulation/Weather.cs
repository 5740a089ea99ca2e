using NodaTime;

namespace Mentorship.Api.Simulation;

/// <summary>
/// When the service is away, and when the mail server takes nothing: up to ten hours about every twelve days each, and the service at times
/// for days, so that more than one check-in of a plan falls into it.
/// </summary>
internal sealed class Weather
{
    private const int LongestHours = 10, Day = 24;

    private readonly List<Interval> _mailAway;

    public Weather(Instant start, int days, int seed)
    {
        var dice = new Random(seed);
        ServiceAway = Drawn(start, days, dice, longEvery: 3);
        _mailAway = Drawn(start, days, dice, longEvery: null);
    }

    public IReadOnlyList<Interval> ServiceAway { get; }

    public int Outages => ServiceAway.Count + _mailAway.Count;

    public bool ServiceIsAway(Instant now) => ServiceAway.Any(i => i.Contains(now));

    public bool MailIsAway(Instant now) => _mailAway.Exists(i => i.Contains(now));

    /// <summary>The so many-th moment after it at which something may leave, looked for in the steps of the simulation.</summary>
    public Instant StepAfter(Instant at, int count)
    {
        while (count > 0)
        {
            at += Simulation.Step;
            if (!ServiceIsAway(at) && !MailIsAway(at)) count--;
        }
        return at;
    }

    private static List<Interval> Drawn(Instant start, int days, Random dice, int? longEvery)
    {
        var drawn = new List<Interval>();
        for (var day = dice.Next(3, 9); day < days; day += dice.Next(8, 17))
        {
            var from = start + Duration.FromDays(day) + Duration.FromHours(dice.Next(0, 20));
            var isLong = drawn.Count % longEvery == 1;
            drawn.Add(new Interval(from, from + Duration.FromHours(isLong ? dice.Next(Day, 3 * Day) : dice.Next(1, LongestHours + 1))));
        }
        return drawn;
    }
}
