using Mentorship.Domain.Pairings;
using Mentorship.Domain.Pathways;

namespace Mentorship.Domain.Matching.Rules;

/// <summary>What the two are to each other already.</summary>
internal static class PairRules
{
    public static readonly HardRule NotThemselves = new("pair-self", Firmness.Strict, pair =>
        pair.Mentor.Member.Id == pair.Request.Newcomer ? "Nobody is paired with themselves." : null);

    public static readonly HardRule SameCommunity = new("other-community", Firmness.Strict, pair =>
        pair.Mentor.Member.CommunityId == pair.Request.CommunityId ? null : "They do not belong to the same community.");

    /// <summary>A block, a conflict or "not again", either way; the sentence tells none of them.</summary>
    public static readonly HardRule NotSeparated = new("separated", Firmness.Strict, pair =>
        pair.History.AreSeparated(pair.Mentor.Member.Id, pair.Request.Newcomer) ? "These two cannot be proposed." : null);

    /// <summary>Who of them said no, or did not answer, is not told.</summary>
    public static readonly HardRule NotOfferedBefore = new("already-offered", Firmness.Strict, pair =>
        pair.History.Was(pair.Request.Id, pair.Mentor.Member.Id, PairingState.Declined, PairingState.Lapsed)
            ? "This pair was offered for this request before, and it did not come about." : null);

    public static readonly HardRule NotPairedAlready = new("already-paired", Firmness.Strict, pair =>
        pair.History.MentorsOf(pair.Request).Contains(pair.Mentor.Member.Id) ? "These two are paired in this way already." : null);

    /// <summary>As at the approval: a newcomer has no more pairings at once than the pathway knows places.</summary>
    public static readonly HardRule NewcomerHasPlace = new("newcomer-has-mentor", Firmness.Strict, pair =>
        pair.History.MentorsOf(pair.Request).Count() is > 0 and var held && held >= pair.Pathway.PlacesAtOnce(pair.Request.Kind)
            ? "This newcomer already has someone of this kind on this pathway." : null);
}
