using Mentorship.Domain.Matching;

namespace Mentorship.Domain.Tests.Matching.Solving;

/// <summary>Every allotment there is, and the best by each objective; of equals, the one that serves who waited longer.</summary>
internal sealed class Enumeration
{
    private readonly Problems _problem;
    private readonly int[] _mentorOf, _left;
    private readonly Dictionary<Objective, (long, long, long)> _best = Problems.Priced.ToDictionary(o => o, _ => (long.MinValue, 0L, 0L));

    public Enumeration(Problems problem)
    {
        (_problem, _mentorOf, _left) = (problem, new int[problem.Newcomers], [.. problem.Places]);
        Try(0, 0);
    }

    public (long, long, long) Best(Objective objective) => _best[objective];

    /// <summary>By what the objective compares allotments, the greatest first.</summary>
    public static (long, long, long) Key(Problems problem, Objective objective, int[] mentorOf) =>
        Key(objective, mentorOf, problem.Score(mentorOf));

    private static (long, long, long) Key(Objective objective, int[] mentorOf, long score)
    {
        var (people, served) = (0, 0L);
        foreach (var mentor in mentorOf)
            (people, served) = mentor >= 0 ? (people + 1, 2 * served + 1) : (people, 2 * served);
        return objective switch
        {
            Objective.MostPeople => (people, score, served),
            Objective.BestFit => (score, served, 0),
            _ => (served, score, 0),
        };
    }

    private void Try(int newcomer, long score)
    {
        if (newcomer == _mentorOf.Length)
        {
            foreach (var objective in Problems.Priced)
                if (Key(objective, _mentorOf, score) is var key && key.CompareTo(_best[objective]) > 0) _best[objective] = key;
            return;
        }
        _mentorOf[newcomer] = -1;
        Try(newcomer + 1, score);
        for (var mentor = 0; mentor < _left.Length; mentor++)
        {
            if (_left[mentor] == 0 || _problem.Fits[newcomer, mentor] is not { } fit) continue;
            var cost = (long)_problem.Spread * (_problem.Held[mentor] + _problem.Places[mentor] - _left[mentor]);
            _left[mentor]--;
            _mentorOf[newcomer] = mentor;
            Try(newcomer + 1, score + fit - cost);
            _left[mentor]++;
        }
        _mentorOf[newcomer] = -1;
    }
}
