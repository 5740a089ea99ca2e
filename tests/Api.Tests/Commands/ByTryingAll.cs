using System.Globalization;

namespace Mentorship.Api.Tests.Commands;

/// <summary>The best that pairs.csv allows, by trying every allotment there is: knows nothing of the service's own solver.</summary>
internal sealed class ByTryingAll
{
    private readonly List<List<(string Mentor, int Fit)>> _choices;
    private readonly Dictionary<string, int> _places, _taken = [];
    private readonly int _spread;
    private readonly bool _peopleFirst;
    private (int People, long Worth) _best = (0, 0);

    public ByTryingAll(IEnumerable<string> pairs, Dictionary<string, int> places, int spread, bool peopleFirst)
    {
        (_places, _spread, _peopleFirst) = (places, spread, peopleFirst);
        _choices = [.. pairs.Select(line => line.Split(',')).GroupBy(cells => cells[0])
            .Select(rows => rows.Select(cells => (cells[1], int.Parse(cells[2], CultureInfo.InvariantCulture))).ToList())];
    }

    public (int People, long Worth) Best()
    {
        Try(0, 0, 0);
        return _best;
    }

    private void Try(int newcomer, int people, long worth)
    {
        if (newcomer == _choices.Count)
        {
            var found = (_peopleFirst ? people : 0, worth);
            if (found.CompareTo(_best) > 0) _best = found;
            return;
        }
        Try(newcomer + 1, people, worth);
        foreach (var (mentor, fit) in _choices[newcomer])
        {
            var taken = _taken.GetValueOrDefault(mentor);
            if (taken == _places[mentor]) continue;
            _taken[mentor] = taken + 1;
            Try(newcomer + 1, people + 1, worth + fit - (long)_spread * taken);
            _taken[mentor] = taken;
        }
    }
}
