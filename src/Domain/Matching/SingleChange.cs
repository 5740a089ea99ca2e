namespace Mentorship.Domain.Matching;

/// <summary>What could be different, the smallest first: least is asked of the fewest.</summary>
public enum ChangeKind
{
    PairPinned,
    DismissalTakenBack,
    NormOverridden,
    PlaceAdded,
    WishRelaxed,
    PolicyEased,
}

/// <summary>
/// The one change that would match somebody who stays unmatched. Under most-people and longest-wait nobody else is left out for it, but for
/// a place more and a policy eased: they change the fits, or the reach, of others too.
/// </summary>
/// <param name="Code">The hard rule that would no longer stand in the way; <c>places-taken</c> or <c>costs-more</c> where none
/// does.</param>
/// <param name="Mentor">With whom they could then be matched.</param>
/// <param name="Value">The new value of a policy; null for other kinds.</param>
/// <param name="NeedsPin">Whether the pair must be pinned too, because others would compete for the place.</param>
/// <param name="Sentence">For the coordinator; names nobody.</param>
public sealed record SingleChange(ChangeKind Kind, string Code, MemberId Mentor, int? Value, bool NeedsPin, string Sentence);
