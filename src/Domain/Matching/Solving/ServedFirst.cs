namespace Mentorship.Domain.Matching.Solving;

/// <summary>
/// Serves newcomers in order of wait, by moving others from mentor to mentor where that is needed and never out, unless they waited less:
/// with pairs alone the greatest set served, and the one that waited longest; with prices the same among all allotments that are best.
/// </summary>
internal sealed class ServedFirst
{
    private readonly AllotmentProblem _problem;
    private readonly Prices? _prices;
    private readonly int[] _by, _seenFor, _from, _roomAt;
    private readonly Queue<int> _next = new();
    private readonly List<int> _reached = [];
    private int _search;

    /// <param name="problem">Only its pairs are used: those that are level, where there are prices.</param>
    /// <param name="prices">Where they are given, only moves that leave the total as it is.</param>
    public ServedFirst(AllotmentProblem problem, ReadOnlySpan<int> mentorOf, Prices? prices)
    {
        (_problem, _prices, Holders, IsClosed) = (problem, prices, new(problem, mentorOf), new bool[problem.Mentors]);
        (_by, _seenFor) = (new int[problem.Mentors], new int[problem.Mentors]);
        (_from, _roomAt) = (new int[problem.Newcomers], new int[problem.Newcomers]);
    }

    public Holders Holders { get; }

    /// <summary>The mentors who are full whatever is moved, and reached by someone who is left out (Hall 1935).</summary>
    public bool[] IsClosed { get; }

    public void ServeAll(Pace pace)
    {
        for (var newcomer = 0; newcomer < _problem.Newcomers; newcomer++)
        {
            pace.Check();
            if (Holders.Mentor[newcomer] < 0) Serve(newcomer);
        }
    }

    /// <summary>
    /// The nearest mentor with room, by moves. Where there is none, the one who waited least of those who may make way; where nobody
    /// does, all that was reached is closed for good, as no move leads out of it.
    /// </summary>
    private void Serve(int newcomer)
    {
        var latest = newcomer;
        _search++;
        _reached.Clear();
        _next.Clear();
        _next.Enqueue(newcomer);
        while (_next.TryDequeue(out var mover))
        {
            if (RoomFor(mover) is >= 0 and var mentor)
            {
                Shift(newcomer, mover, mentor);
                return;
            }
            if (mover > latest && _prices?.Newcomers[mover] == 0) latest = mover;
            Reach(mover);
        }
        if (latest > newcomer) MakeWay(newcomer, latest);
        else foreach (var mentor in _reached) IsClosed[mentor] = true;
    }

    private int RoomFor(int mover)
    {
        var mentors = _problem.MentorsOf(mover);
        for (ref var at = ref _roomAt[mover]; at < mentors.Length; at++) // room that is gone does not come back
            if (HasRoom(mentors[at])) return mentors[at];
        return -1;
    }

    private void Reach(int mover)
    {
        foreach (var mentor in _problem.MentorsOf(mover))
        {
            if (_seenFor[mentor] == _search || IsClosed[mentor]) continue;
            (_seenFor[mentor], _by[mentor]) = (_search, mover);
            _reached.Add(mentor);
            foreach (var other in Holders.Of(mentor)) _next.Enqueue(other);
        }
    }

    private bool HasRoom(int mentor) => Holders.HasRoom(mentor)
        && (_prices is null || _prices.Mentors[mentor] == _problem.CostOfNext(mentor, Holders.LoadOf(mentor)));

    /// <summary>The mover goes where there is room, and everyone on the way to them one on, until the newcomer is in.</summary>
    private void Shift(int newcomer, int mover, int mentor)
    {
        if (mover != newcomer) MakeWay(newcomer, mover);
        Holders.Add(mover, mentor);
    }

    private void MakeWay(int newcomer, int other)
    {
        var place = Holders.Leave(other);
        while (Holders.Mentor[newcomer] < 0) place = Holders.Take(_by[place.Mentor], place);
    }
}
