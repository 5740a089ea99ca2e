namespace Mentorship.Domain.Matching.Solving;

/// <summary>The allotment while it is put together from parts of the community that do not touch each other's best.</summary>
internal sealed class PartialAllotment
{
    private readonly AllotmentProblem _problem;
    private readonly int[] _mentorOf;
    private readonly Prices _prices;
    private int _done;

    public PartialAllotment(AllotmentProblem problem, long reward)
    {
        (_problem, _mentorOf) = (problem, new int[problem.Newcomers]);
        _prices = new(new long[problem.Newcomers], new long[problem.Mentors], reward);
        Array.Fill(_mentorOf, -1);
    }

    /// <summary>Newcomer by newcomer; the part has room for all of them, or they may stay out.</summary>
    public void PlaceNewcomers(bool[] newcomers, bool[] mentors, bool mayStayOut, Pace pace)
    {
        bool[] withPlaces = [.. mentors.Select((included, mentor) => included && _problem.Places[mentor] > 0)];
        var rows = SortedRows.OfNewcomers(_problem, (newcomers, withPlaces), pace);
        var seating = new Seating(rows, _problem.Places, _problem.Held, _problem.Spread);
        var paths = new ShortestPaths(rows, seating, mayStayOut);
        for (var newcomer = 0; newcomer < newcomers.Length; newcomer++)
        {
            if (!newcomers[newcomer]) continue;
            pace.At(_done++, _problem.Newcomers);
            paths.Place(newcomer);
        }
        for (var mentor = 0; mentor < mentors.Length; mentor++)
        {
            if (!mentors[mentor]) continue;
            _prices.Mentors[mentor] = seating.Price[mentor];
            var (seat, end) = seating.SeatsOf(mentor);
            for (; seat < end; seat++)
            {
                var newcomer = seating.Row[seat];
                (_mentorOf[newcomer], _prices.Newcomers[newcomer]) = (mentor, seating.GainIn(seat, mentor) + _prices.Reward);
            }
        }
    }

    /// <summary>
    /// Place by place; the part has enough newcomers for all of them. As every place is filled, the cost of uneven load is the same however
    /// that is done.
    /// </summary>
    public void FillMentors(bool[] newcomers, bool[] mentors, Pace pace)
    {
        var rows = SortedRows.OfMentors(_problem, (newcomers, mentors), pace);
        var (one, none) = (new int[newcomers.Length], new int[newcomers.Length]);
        Array.Fill(one, 1);
        var seating = new Seating(rows, one, none, 0);
        var paths = new ShortestPaths(rows, seating, mayStayOut: false);
        for (var mentor = 0; mentor < mentors.Length; mentor++)
        {
            if (!mentors[mentor]) continue;
            for (var place = 0; place < _problem.Places[mentor]; place++)
            {
                pace.At(_done++, _problem.Newcomers);
                paths.Place(mentor);
            }
        }
        for (var newcomer = 0; newcomer < newcomers.Length; newcomer++)
        {
            var (seat, end) = seating.SeatsOf(newcomer);
            if (newcomers[newcomer]) _prices.Newcomers[newcomer] = seating.Price[newcomer];
            if (seat < end) _mentorOf[newcomer] = seating.Row[seat];
        }
        for (var mentor = 0; mentor < mentors.Length; mentor++)
            if (mentors[mentor] && _problem.Places[mentor] > 0) _prices.Mentors[mentor] = paths.GainOf(mentor) + _prices.Reward;
    }

    public Solution Finish(Pace pace, bool prefersLongestWait)
    {
        PriceWhereNoPlaceIs();
        if (!prefersLongestWait || !_mentorOf.Contains(-1)) return Solution.Of(_problem, _mentorOf, _prices);
        var served = new ServedFirst(_prices.LevelPairs(_problem), _mentorOf, _prices);
        served.ServeAll(pace);
        return Solution.Of(_problem, served.Holders.Mentor, _prices);
    }

    /// <summary>A mentor without a free place costs so much that nobody gains by them.</summary>
    private void PriceWhereNoPlaceIs()
    {
        for (var newcomer = 0; newcomer < _problem.Newcomers; newcomer++)
        {
            var mentors = _problem.MentorsOf(newcomer);
            var fits = _problem.FitsOf(newcomer);
            for (var at = 0; at < mentors.Length; at++)
            {
                if (_problem.Places[mentors[at]] > 0) continue;
                ref var price = ref _prices.Mentors[mentors[at]];
                price = Math.Max(price, fits[at] + _prices.Reward - _prices.Newcomers[newcomer]);
            }
        }
    }
}
