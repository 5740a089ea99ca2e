using Mentorship.Domain.Matching;
using Mentorship.Domain.Matching.Drafts;
using Mentorship.Domain.Matching.Reports;

namespace Mentorship.Api.Features.Allotments;

/// <summary>What an allotment holds for one request.</summary>
/// <param name="RequestId">The request.</param>
/// <param name="NewcomerId">Who asks.</param>
/// <param name="NewcomerName">Their display name.</param>
/// <param name="MentorId">Who would be proposed; null when nobody.</param>
/// <param name="MentorName">Their display name.</param>
/// <param name="Fit">0 to 1000; null without a mentor.</param>
/// <param name="Pinned">Put here by a coordinator.</param>
/// <param name="LeftOut">Taken out by a coordinator.</param>
/// <param name="PairingId">The proposal that was made of it.</param>
/// <param name="Reason">Why the allotment left the request unmatched; null where it found somebody.</param>
public sealed record LineView(
    Guid RequestId, Guid NewcomerId, string NewcomerName, Guid? MentorId, string? MentorName, int? Fit, bool Pinned, bool LeftOut,
    Guid? PairingId, ReasonView? Reason)
{
    internal static LineView Of(DraftLine line, UnmatchedRow? unmatched, Names names)
    {
        var newcomer = names.NewcomerOf(line.Request);
        return new(
            line.Request.Value, newcomer.Value, names.Of(newcomer), line.Mentor?.Value, line.Mentor is { } mentor ? names.Of(mentor) : null,
            line.Mentor is null ? null : line.Fit, line.Pinned, line.LeftOut, line.Proposal?.Value,
            unmatched is null ? null : new(unmatched.Code, unmatched.Rule, unmatched.Sentence, ChangeView.Of(unmatched.Change, names)));
    }
}

/// <param name="Code">places-taken|costs-more|all-forbidden|all-full|all-dismissed|override-needed|no-eligible-mentor|no-mentors</param>
/// <param name="Rule">The hard rule behind it, where one is.</param>
/// <param name="Sentence">Why, in plain words.</param>
/// <param name="Change">The single change that would match them; null where no single one would.</param>
public sealed record ReasonView(string Code, string? Rule, string Sentence, ChangeView? Change);

/// <param name="Kind">What would be different.</param>
/// <param name="Code">The rule that would no longer stand in the way.</param>
/// <param name="MentorId">With whom they could be matched then.</param>
/// <param name="MentorName">Their display name.</param>
/// <param name="Value">The new value of a policy; null for other kinds.</param>
/// <param name="NeedsPin">Whether the pair must be pinned too.</param>
/// <param name="Sentence">The same in plain words.</param>
public sealed record ChangeView(ChangeKind Kind, string Code, Guid MentorId, string MentorName, int? Value, bool NeedsPin, string Sentence)
{
    internal static ChangeView? Of(SingleChange? change, Names names) => change is null ? null
        : new(change.Kind, change.Code, change.Mentor.Value, names.Of(change.Mentor), change.Value, change.NeedsPin, change.Sentence);
}
