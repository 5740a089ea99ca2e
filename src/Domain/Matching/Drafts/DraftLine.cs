namespace Mentorship.Domain.Matching.Drafts;

/// <summary>What a draft holds for one request.</summary>
/// <param name="Allotted">Whom the allotment chose; null when it left the request unmatched.</param>
/// <param name="Mentor">Who would be proposed; null when nobody.</param>
/// <param name="Fit">Of the mentor, in thousandths, as judged when they were put here.</param>
/// <param name="Pinned">Put here by the coordinator.</param>
/// <param name="LeftOut">Taken out by the coordinator; a restoration brings back whom the allotment chose.</param>
/// <param name="Proposal">The proposal that was made of it.</param>
public sealed record DraftLine(
    RequestId Request, MemberId? Allotted, int AllottedFit, MemberId? Mentor, int Fit, bool Pinned, bool LeftOut, PairingId? Proposal)
{
    internal static DraftLine Of(Candidate pair, bool pinned) =>
        new(pair.Request, pair.Mentor, pair.Fit!.PerMille, pair.Mentor, pair.Fit.PerMille, pinned, LeftOut: false, Proposal: null);

    internal static DraftLine Of(UnmatchedRequest unmatched) =>
        new(unmatched.Request, Allotted: null, 0, Mentor: null, 0, Pinned: false, LeftOut: false, Proposal: null);

    /// <summary>Someone stands here and is not proposed yet.</summary>
    public bool CanBePublished => Mentor is not null && Proposal is null;
}
