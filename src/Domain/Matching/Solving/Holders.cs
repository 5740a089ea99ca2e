namespace Mentorship.Domain.Matching.Solving;

/// <summary>Who is with each mentor, and the mentor of each newcomer.</summary>
internal sealed class Holders
{
    private readonly int[] _first, _load, _newcomer, _seat;

    public Holders(AllotmentProblem problem, ReadOnlySpan<int> mentorOf)
    {
        var mentors = problem.Mentors;
        (_first, _load, Mentor, _seat) = (new int[mentors + 1], new int[mentors], new int[problem.Newcomers], new int[problem.Newcomers]);
        for (var newcomer = 0; newcomer < problem.Newcomers; newcomer++)
            foreach (var mentor in problem.MentorsOf(newcomer)) _load[mentor]++;
        for (var mentor = 0; mentor < mentors; mentor++)
            _first[mentor + 1] = _first[mentor] + Math.Min(problem.Places[mentor], _load[mentor]);
        Array.Clear(_load);
        Array.Fill(Mentor, -1);
        _newcomer = new int[_first[^1]];
        for (var newcomer = 0; newcomer < mentorOf.Length; newcomer++)
            if (mentorOf[newcomer] >= 0) Add(newcomer, mentorOf[newcomer]);
    }

    /// <summary>The mentor of each newcomer, or -1.</summary>
    public int[] Mentor { get; }

    public int LoadOf(int mentor) => _load[mentor];

    /// <summary>Whether the mentor could take someone more of those who fit them.</summary>
    public bool HasRoom(int mentor) => _first[mentor] + _load[mentor] < _first[mentor + 1];

    public ReadOnlySpan<int> Of(int mentor) => _newcomer.AsSpan(_first[mentor], _load[mentor]);

    public void Add(int newcomer, int mentor) => Take(newcomer, (mentor, _first[mentor] + _load[mentor]++));

    /// <summary>The newcomer takes a place, and their former one is for another to take.</summary>
    public (int Mentor, int Seat) Take(int newcomer, (int Mentor, int Seat) place)
    {
        var former = (Mentor[newcomer], _seat[newcomer]);
        (Mentor[newcomer], _seat[newcomer]) = place;
        _newcomer[place.Seat] = newcomer;
        return former;
    }

    /// <summary>The newcomer has no mentor any more, and the place that they leave is for another to take.</summary>
    public (int Mentor, int Seat) Leave(int newcomer)
    {
        var former = (Mentor[newcomer], _seat[newcomer]);
        Mentor[newcomer] = -1;
        return former;
    }
}
