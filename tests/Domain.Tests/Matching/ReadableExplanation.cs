using Mentorship.Domain.Matching;
using Mentorship.Domain.Time;

namespace Mentorship.Domain.Tests.Matching;

/// <summary>
/// Why a request stays unmatched and what would match it, by the readable rules alone: every mentor is judged with every sentence.
/// Slow, and what the packed explanation has to say as well.
/// </summary>
internal sealed class ReadableExplanation
{
    private const int Sample = 20;
    private static readonly string[] Outside =
        ["pair-self", "not-a-mentor", "kind-not-offered", "audience-not-shared", "pathway-not-shared"];
    private static readonly string[] Musts =
        ["wish-gender", "wish-age", "wish-lived-experience", "wish-orientation", "wish-first-language"];

    private readonly MatchingBoard _board;
    private readonly AllotmentOrder _order;
    private readonly Allotment _allotment;
    private readonly Candidate[][] _rows;
    private readonly int[] _left;
    private readonly bool[] _reached;
    private readonly ZoneYears _years;

    public ReadableExplanation(MatchingBoard board, AllotmentOrder order, Allotment allotment)
    {
        (_board, _order, _allotment, _years) = (board, order, allotment, new(board.Now));
        _left = allotment.Problem.Places.ToArray();
        _rows = [.. allotment.Rows.Select(row => board.Mentors.Select(mentor => board.Judge(row, mentor.Id)).ToArray())];
        foreach (var row in allotment.Rows)
            if (MentorOf(row) is >= 0 and var mentor) _left[mentor]--;
        _reached = [.. _left.Select(left => left > 0)];
        while (Spread()) { }
    }

    public (string Code, string? Rule, string Sentence) WhyOf(RequestId request)
    {
        var all = RowOf(request);
        int[] allowed = [.. Allowed(request)];
        if (allowed.Any(at => all[at].MayBeProposedUnasked && _left[at] > 0))
            return ("costs-more", null, "Someone fits and is free, but by this objective the match would cost more than it adds.");
        if (allowed.Any(at => all[at].MayBeProposedUnasked))
            return ("places-taken", null, "Someone fits, but every place is promised or went to others.");
        if (all.Any(it => it.MayBeProposedUnasked)) return ("all-forbidden", null, "Everyone who fits was ruled out for this allotment.");
        if (all.Length == 0) return ("no-mentors", null, "Nobody in this community mentors yet.");
        if (allowed.Length == 0) return ("all-forbidden", null, "Everyone was ruled out for this allotment.");
        if (allowed.Any(at => all[at].IsEligible))
            return ("all-dismissed", "dismissed-before", "Everyone who fits was dismissed for this request before.");
        if (allowed.Any(at => Broken(all[at]) is ["mentor-full"] && HasTime(all[at])))
            return ("all-full", "mentor-full", "Someone fits, but has no free place at present.");
        if (allowed.Select(at => all[at]).FirstOrDefault(it => it.Bar is null)?.Exclusions[0] is { } norm)
            return ("override-needed", norm.Code, $"Someone fits but for a norm that a written reason can override. {norm.Sentence}");
        var within = allowed.Where(at => !Broken(all[at]).Intersect(Outside).Any()).ToArray();
        var most = (within.Length > 0 ? within : allowed).Select(at => all[at].Bar!).GroupBy(bar => bar.Code)
            .OrderByDescending(rule => rule.Count()).ThenBy(rule => rule.Key, StringComparer.Ordinal).First();
        var sentence = most.Take(Sample).CountBy(bar => bar.Sentence)
            .OrderByDescending(it => it.Value).ThenBy(it => it.Key, StringComparer.Ordinal).First().Key;
        return ("no-eligible-mentor", most.Key, $"No mentor may be proposed. What stands in the way most often: {sentence}");
    }

    public (ChangeKind Kind, MemberId Mentor, string Code)? ChangeOf(RequestId request)
    {
        var all = RowOf(request);
        var best = (from at in Allowed(request)
                    let kind = KindOf(request, all[at], at)
                    where kind is not null
                    orderby kind, MovesOf(request, Broken(all[at]), at), -(all[at].Fit?.PerMille ?? -1), at
                    select (At: at, Kind: kind.Value)).Take(1).ToArray();
        if (best is not [var found]) return null;
        var code = found.Kind == ChangeKind.PairPinned ? "costs-more" : Broken(all[found.At]) is [var only] ? only : "places-taken";
        return (found.Kind, _board.Mentors[found.At].Id, code);
    }

    private ChangeKind? KindOf(RequestId request, Candidate pair, int at)
    {
        var broken = Broken(pair);
        if (broken is [] && _left[at] > 0) return ChangeKind.PairPinned;
        if (broken is [] or ["mentor-full"])
            return HasTime(pair) && _board.Mentors[at] is var mentor && mentor.Mentor!.Offer.Capacity is < 20 and var places && places + 1 > _board.PlacesTaken(mentor)
                ? ChangeKind.PlaceAdded : null;
        if (broken is not [var only] || !_reached[at] || _allotment.Problem.Places[at] == 0) return null;
        if (only == "dismissed-before") return ChangeKind.DismissalTakenBack;
        if (pair.Bar is null) return ChangeKind.NormOverridden;
        if (only == "too-little-time") return MinutesOf(request, at) >= 15 ? ChangeKind.PolicyEased : null;
        if (!HasTime(pair)) return null;
        if (only == "mentor-not-confirmed") return DaysOf(at) <= 366 ? ChangeKind.PolicyEased : null;
        return Musts.Contains(only) ? ChangeKind.WishRelaxed : null;
    }

    private int MovesOf(RequestId request, string[] broken, int at) => broken switch
    {
        ["too-little-time"] => _board.Policy.MinimumWeeklyOverlapMinutes - MinutesOf(request, at),
        ["mentor-not-confirmed"] => DaysOf(at) - _board.Policy.ConfirmationDays,
        _ => 0,
    };

    private int DaysOf(int at) => (int)Math.Ceiling((_board.Now - _board.Mentors[at].Mentor!.ConfirmedAt).TotalDays);

    private int MinutesOf(RequestId request, int at) =>
        new Side(_board.Ask(request).Newcomer, _years).WeeklyMinutesWith(new Side(_board.Mentors[at], _years));

    /// <summary>All that speaks against the pair; too little time only where nothing else bars it.</summary>
    private static string[] Broken(Candidate pair)
    {
        var others = pair.Exclusions.Where(it => it.Code != "too-little-time").ToArray();
        var told = others.Any(it => !it.CanBeOverridden) ? others : pair.Exclusions;
        return [.. told.Select(it => it.Code), .. pair.Warnings.Select(it => it.Code).Where(code => code == "dismissed-before")];
    }

    private static bool HasTime(Candidate pair) => pair.Exclusions.All(it => it.Code != "too-little-time");

    /// <summary>Whoever can move on to a mentor who is reached makes room with their own.</summary>
    private bool Spread()
    {
        var before = _reached.Count(it => it);
        foreach (var row in _allotment.Rows)
            if (MentorOf(row) is >= 0 and var own && Allowed(row).Any(at => _reached[at] && RowOf(row)[at].MayBeProposedUnasked))
                _reached[own] = true;
        return _reached.Count(it => it) > before;
    }

    private IEnumerable<int> Allowed(RequestId request) =>
        Enumerable.Range(0, _board.Mentors.Count).Where(at => !_order.Forbidden.Contains(new(request, _board.Mentors[at].Id)));

    private Candidate[] RowOf(RequestId request) => _rows[_allotment.Rows.ToList().IndexOf(request)];

    private int MentorOf(RequestId request) => _allotment.Pairs.FirstOrDefault(pair => pair.Request == request) is { } pair
        ? _board.Mentors.ToList().FindIndex(mentor => mentor.Id == pair.Mentor) : -1;
}
