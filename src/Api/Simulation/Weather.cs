using NodaTime;

namespace Mentorship.Api.Simulation;

/// <summary>
/// When the service is away, and when the mail server takes nothing: some hours about every twelve days each. Four hours of mail at most:
/// beyond that the jitter of the tries, which no seed holds, would reach past a step.
/// </summary>
internal sealed class Weather
{
    private readonly List<Interval> _serviceAway, _mailAway;

    public Weather(Instant start, int days, int seed)
    {
        var dice = new Random(seed);
        _serviceAway = Drawn(start, days, dice, longest: 10);
        _mailAway = Drawn(start, days, dice, longest: 4);
    }

    public int Outages => _serviceAway.Count + _mailAway.Count;

    public bool ServiceIsAway(Instant now) => _serviceAway.Exists(i => i.Contains(now));

    public bool MailIsAway(Instant now) => _mailAway.Exists(i => i.Contains(now));

    private static List<Interval> Drawn(Instant start, int days, Random dice, int longest)
    {
        var drawn = new List<Interval>();
        for (var day = dice.Next(3, 9); day < days; day += dice.Next(8, 17))
        {
            var from = start + Duration.FromDays(day) + Duration.FromHours(dice.Next(0, 20));
            drawn.Add(new Interval(from, from + Duration.FromHours(dice.Next(1, longest + 1))));
        }
        return drawn;
    }
}
