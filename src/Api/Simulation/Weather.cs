using NodaTime;

namespace Mentorship.Api.Simulation;

/// <summary>When the service is away, and when the mail server takes nothing: up to ten hours about every twelve days each.</summary>
internal sealed class Weather
{
    private const int LongestHours = 10;

    private readonly List<Interval> _serviceAway, _mailAway;

    public Weather(Instant start, int days, int seed)
    {
        var dice = new Random(seed);
        _serviceAway = Drawn(start, days, dice);
        _mailAway = Drawn(start, days, dice);
    }

    public int Outages => _serviceAway.Count + _mailAway.Count;

    public bool ServiceIsAway(Instant now) => _serviceAway.Exists(i => i.Contains(now));

    public bool MailIsAway(Instant now) => _mailAway.Exists(i => i.Contains(now));

    private static List<Interval> Drawn(Instant start, int days, Random dice)
    {
        var drawn = new List<Interval>();
        for (var day = dice.Next(3, 9); day < days; day += dice.Next(8, 17))
        {
            var from = start + Duration.FromDays(day) + Duration.FromHours(dice.Next(0, 20));
            drawn.Add(new Interval(from, from + Duration.FromHours(dice.Next(1, LongestHours + 1))));
        }
        return drawn;
    }
}
