using Mentorship.Domain;
using Mentorship.Domain.Matching.Drafts;

namespace Mentorship.Api.Features.Allotments;

/// <summary>What a publication did.</summary>
/// <param name="State">The allotment's state now: published once no line is left to be published.</param>
/// <param name="Lines">One for each line that was to be published.</param>
/// <param name="Changes">What is different from what the allotment was worked out from.</param>
public sealed record PublicationView(DraftState State, IReadOnlyList<PublishedLine> Lines, ChangesView Changes)
{
    internal static PublicationView Of(
        AllotmentDraft draft, IReadOnlyList<LineVerdict> verdicts,
        IReadOnlyDictionary<RequestId, PairingId> proposals, BoardChanges changes) => new(
        draft.State,
        [.. verdicts.Select(verdict => PublishedLine.Of(verdict, proposals))],
        new(changes.Any, changes.Policy, Ids(changes.RequestsCame), Ids(changes.RequestsWent), Ids(changes.RequestsChanged),
            [.. changes.MentorsChanged.Select(mentor => mentor.Value)]));

    private static IReadOnlyList<Guid> Ids(IReadOnlyList<RequestId> requests) => [.. requests.Select(request => request.Value)];
}

/// <param name="RequestId">The request.</param>
/// <param name="PairingId">The proposal that was made; null when none was.</param>
/// <param name="Code">What speaks against it; null when it is proposed.</param>
/// <param name="Sentence">The same in plain words.</param>
public sealed record PublishedLine(Guid RequestId, Guid? PairingId, string? Code, string? Sentence)
{
    internal static PublishedLine Of(LineVerdict verdict, IReadOnlyDictionary<RequestId, PairingId> proposals) =>
        proposals.TryGetValue(verdict.Request, out var made) ? new(verdict.Request.Value, made.Value, null, null)
        : new(verdict.Request.Value, null, verdict.Code ?? "request-not-open", verdict.Sentence ?? "This request is not open any more.");
}

/// <param name="Any">Whether anything is different.</param>
/// <param name="Policy">Whether the community's policy is another.</param>
/// <param name="RequestsCame">Waiting now and not then.</param>
/// <param name="RequestsWent">Waiting then and not now, but for those that this allotment proposed.</param>
/// <param name="RequestsChanged">Wishes or newcomer say something else.</param>
/// <param name="MentorsChanged">Came, went, or offer, hold or say otherwise.</param>
public sealed record ChangesView(
    bool Any, bool Policy, IReadOnlyList<Guid> RequestsCame, IReadOnlyList<Guid> RequestsWent, IReadOnlyList<Guid> RequestsChanged,
    IReadOnlyList<Guid> MentorsChanged);
