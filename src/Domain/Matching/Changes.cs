using System.Globalization;
using Mentorship.Domain.Matching.Packed;
using Mentorship.Domain.Matching.Rules;
using Mentorship.Domain.Matching.Solving;

namespace Mentorship.Domain.Matching;

/// <summary>
/// The single change that would match a request: the mentor has a place left, or one whose newcomer can move on.
/// Under most-people and longest-wait one pair more is then enough, for nobody but this newcomer gains one; where others would gain too, or
/// the objective weighs fits, the pair must be pinned as well, and the change says so.
/// </summary>
internal sealed class Changes(MatchingBoard board, Objective objective, AllotmentProblem problem, int[] left, bool[] reached)
{
    /// <summary>No policy holds a mentor's word for longer.</summary>
    private const int MostDays = 366;

    private bool PinsNothing => objective is Objective.MostPeople or Objective.LongestWait;

    /// <summary>By kind; among policies the one that moves least; then the best fit that is known, and the mentor's id.</summary>
    public SingleChange? Smallest(PackedAsk ask, JudgedMentor[] pairs)
    {
        (ChangeKind Kind, int Moves, int Misfit, int Mentor)? best = null;
        var verdictOfBest = default(Verdict);
        foreach (var (mentor, verdict) in pairs)
        {
            if (KindOf(ask, verdict, mentor) is not { } kind) continue;
            var rank = (kind, MovesOf(ask, verdict, mentor), -verdict.Fit, mentor);
            if (best is null || rank.CompareTo(best.Value) < 0) (best, verdictOfBest) = (rank, verdict);
        }
        return best is { } found ? Told(ask, verdictOfBest, found.Mentor, found.Kind) : null;
    }

    private ChangeKind? KindOf(PackedAsk ask, Verdict verdict, int mentor)
    {
        if (verdict.MayBeProposedUnasked && left[mentor] > 0) return ChangeKind.PairPinned;
        if (verdict.MayBeProposedUnasked || verdict.Broken == Broken.MentorFull)
            return board.WouldHavePlace(board.Mentors[mentor]) && (verdict.IsAllowed || ask.HasTime(mentor)) ? ChangeKind.PlaceAdded : null;
        if (!verdict.Broken.IsOne() || !reached[mentor] || problem.Places[mentor] == 0) return null;
        if (verdict.Broken == Broken.DismissedBefore) return ChangeKind.DismissalTakenBack;
        if (verdict.IsAllowed) return ChangeKind.NormOverridden;
        if (verdict.Broken == Broken.TooLittleTime) return ask.Minutes(mentor) >= MeetingRules.LeastUsefulMinutes ? ChangeKind.PolicyEased : null;
        if (!ask.HasTime(mentor)) return null;
        if (verdict.Broken == Broken.MentorNotConfirmed) return DaysOf(mentor) <= MostDays ? ChangeKind.PolicyEased : null;
        return WordOf(verdict.Broken) is null ? null : ChangeKind.WishRelaxed;
    }

    private int MovesOf(PackedAsk ask, Verdict verdict, int mentor) => verdict.Broken switch
    {
        Broken.TooLittleTime => board.Policy.MinimumWeeklyOverlapMinutes - ask.Minutes(mentor),
        Broken.MentorNotConfirmed => DaysOf(mentor) - board.Policy.ConfirmationDays,
        _ => 0,
    };

    private SingleChange Told(PackedAsk ask, Verdict verdict, int mentor, ChangeKind kind)
    {
        var it = board.Mentors[mentor].Id;
        var code = CodeOf(verdict.Broken);
        return kind switch
        {
            ChangeKind.PairPinned => Pinned("costs-more", "Pinning this pair would match them."),
            ChangeKind.DismissalTakenBack => Pinned(code, "Taking back the dismissal of this pair, by pinning it, would match them."),
            ChangeKind.NormOverridden => Pinned(
                code,
                "Pinning this pair, and a written reason at its approval, would match them. "
                + board.SentenceOf(code, ask.Ask, board.Mentors[mentor])),
            ChangeKind.PlaceAdded => Pinned(code, "One more place with this mentor, kept for them, would match them."),
            ChangeKind.WishRelaxed => new(kind, code, it, null, !PinsNothing, Without(WordOf(verdict.Broken))),
            _ => Eased(verdict.Broken == Broken.TooLittleTime ? ask.Minutes(mentor) : DaysOf(mentor)),
        };

        SingleChange Pinned(string code, string sentence) => new(kind, code, it, null, NeedsPin: true, sentence);

        SingleChange Eased(int value) => new(kind, code, it, value, NeedsPin: true, EasedTo(value, verdict.Broken));
    }

    private static string CodeOf(Broken broken) => broken switch
    {
        Broken.None => "places-taken",
        Broken.DismissedBefore => Eligibility.DismissedBefore,
        _ => BrokenRules.Codes[broken.First()],
    };

    private string Without(string? must) =>
        $"Without the must for {must}{(PinsNothing ? "" : ", and with this pair pinned,")} they would be matched.";

    private string EasedTo(int value, Broken broken)
    {
        var (least, days) = (board.Policy.MinimumWeeklyOverlapMinutes, board.Policy.ConfirmationDays);
        return broken == Broken.TooLittleTime
            ? Text($"If the community asked for {value} minutes a week instead of {least}, this pair could be pinned.")
            : Text($"If a mentor's word held for {value} days instead of {days}, this pair could be pinned.");
    }

    private int DaysOf(int mentor) => board.DaysSinceConfirmed(board.Mentors[mentor]);

    private static string Text(FormattableString sentence) => sentence.ToString(CultureInfo.InvariantCulture);

    private static string? WordOf(Broken wish) => wish switch
    {
        Broken.WishGender => "gender",
        Broken.WishAge => "age",
        Broken.WishLivedExperience => "lived experience",
        Broken.WishOrientation => "orientation",
        Broken.WishFirstLanguage => "first language",
        _ => null,
    };
}
