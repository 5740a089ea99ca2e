using Mentorship.Domain.Matching.Solving;

namespace Mentorship.Domain.Matching;

/// <summary>
/// Keeps the pins and the promises that stand, judges every other pair, lets the objective decide, and explains what is left.
/// </summary>
internal sealed class Allotting
{
    private const int Judged = 60, Solved = 90; // percent of the way

    private readonly MatchingBoard _board;
    private readonly AllotmentOrder _order;
    private readonly IProgress<AllotmentStep>? _progress;
    private readonly CancellationToken _cancellation;
    private readonly Ask[] _served;
    private readonly IReadOnlyDictionary<RequestId, Candidate> _pins;
    private readonly ILookup<RequestId, MemberId> _forbidden;
    private readonly EligiblePairs _pairs;
    private readonly AllotmentProblem _problem;

    private Allotting(MatchingBoard board, AllotmentOrder order, IProgress<AllotmentStep>? progress, CancellationToken cancellation)
    {
        (_board, _order, _progress, _cancellation) = (board, order, progress, cancellation);
        _served = [.. board.Asks.Where(board.IsToBeServed)];
        _pins = Pins.Of(board, order);
        Ask[] asks = [.. _served.Where(ask => !_pins.ContainsKey(ask.Request.Id))];
        _forbidden = order.Forbidden.ToLookup(pair => pair.Request, pair => pair.Mentor);
        _pairs = EligiblePairs.Of(board, asks, _forbidden, Part(0, Judged, asks.Length, AllotmentStep.Judging), cancellation);
        _problem = ProblemOf(_pairs);
    }

    public static Allotment Allot(
        MatchingBoard board, AllotmentOrder order, IProgress<AllotmentStep>? progress, CancellationToken cancellation) =>
        new Allotting(board, order, progress, cancellation).Allot();

    private Allotment Allot()
    {
        var solution = Solver.Solve(_problem, _order.Objective, Percent(Judged, Solved, AllotmentStep.Solving), _cancellation);
        var (matched, unmatched) = Split(solution);
        return new(
            _order.Objective, _problem.Spread, matched, unmatched,
            [.. _board.Asks.Where(ask => _board.HasProposal(ask.Request.Id)).Select(ask => ask.Request.Id)],
            SpreadCost(matched), Proof.Check(_problem, _order.Objective, solution).Conditions, Blocking.Count(_problem, solution),
            _problem, [.. _pairs.Asks.Select(ask => ask.Request.Id)]);
    }

    private (List<Candidate> Matched, List<UnmatchedRequest> Unmatched) Split(Solution solution)
    {
        var mentorOf = _pairs.Asks.Zip(solution.Mentor).ToDictionary(row => row.First.Request.Id, row => row.Second);
        var reached = Reach.Of(_pairs, solution.Mentor, _problem.Places);
        var explaining = new Explaining(_board, _order.Objective, _forbidden, _problem, solution, reached);
        var told = ParallelRows.Of(
            _served.Length, at => Tell(_served[at]), Part(Solved, 100, _served.Length, AllotmentStep.Explaining), _cancellation);
        return ([.. told.Select(it => it.Matched).OfType<Candidate>()], [.. told.Select(it => it.Unmatched).OfType<UnmatchedRequest>()]);

        (Candidate? Matched, UnmatchedRequest? Unmatched) Tell(Ask ask) =>
            _pins.TryGetValue(ask.Request.Id, out var pin) ? (pin, null)
            : mentorOf[ask.Request.Id] is >= 0 and var mentor ? (_board.Judge(ask, _board.Mentors[mentor]), null)
            : (null, explaining.Explain(ask));
    }

    /// <summary>What is not pinned, the fits in thousandths, and the places that are left.</summary>
    private AllotmentProblem ProblemOf(EligiblePairs pairs)
    {
        var pinned = _pins.Values.CountBy(pin => pin.Mentor).ToDictionary();
        int[] places = [.. _board.Mentors.Select(mentor => _board.PlacesLeft(mentor) - pinned.GetValueOrDefault(mentor.Id))];
        int[] held = [.. _board.Mentors.Select(mentor => _board.PlacesTaken(mentor) + pinned.GetValueOrDefault(mentor.Id))];
        return new(pairs.Start, pairs.Mentor, pairs.Fit, places, held, _order.Spread ?? _board.Policy.Spread);
    }

    /// <summary>Of pinned pairs too: a mentor's k-th newcomer costs k − 1 times the spread, those they have already counted.</summary>
    private long SpreadCost(IEnumerable<Candidate> matched) => matched.GroupBy(pair => pair.Mentor).Sum(pairs =>
        Enumerable.Range(_board.PlacesTaken(_board.Mentor(pairs.Key)), pairs.Count()).Sum(before => (long)_problem.Spread * before));

    private Action<int> Part(int from, int to, int all, string step) =>
        done => _progress?.Report(new(from + (int)((long)(to - from) * done / Math.Max(1, all)), step));

    private Told? Percent(int from, int to, string step) =>
        _progress is null ? null : new(percent => _progress.Report(new(from + (to - from) * percent / 100, step)));

    /// <summary>Tells at once, on the thread that works; <see cref="Progress{T}"/> would tell later and out of order.</summary>
    private sealed class Told(Action<int> tell) : IProgress<int>
    {
        public void Report(int value) => tell(value);
    }
}
