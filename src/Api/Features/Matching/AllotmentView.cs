using Mentorship.Domain;
using Mentorship.Domain.Matching;

namespace Mentorship.Api.Features.Matching;

/// <summary>The result of an allotment, longest wait first.</summary>
/// <param name="Matched">One for each request that is served.</param>
/// <param name="Unmatched">Each with its reason.</param>
/// <param name="Standing">Requests that had a proposal already and were left as they are.</param>
/// <param name="TotalFit">The sum of all fits.</param>
public sealed record AllotmentView(
    IReadOnlyList<MatchedView> Matched, IReadOnlyList<UnmatchedView> Unmatched, IReadOnlyList<Guid> Standing, int TotalFit)
{
    internal static AllotmentView Of(Allotment allotment, IReadOnlyDictionary<RequestId, PairingId> proposed, MatchingBoard board) => new(
        [.. allotment.Pairs.Select(pair => MatchedOf(pair, proposed, board))],
        [.. allotment.Unmatched.Select(request => UnmatchedOf(request, board))],
        [.. allotment.Standing.Select(request => request.Value)],
        allotment.TotalFit);

    private static MatchedView MatchedOf(Candidate pair, IReadOnlyDictionary<RequestId, PairingId> proposed, MatchingBoard board)
    {
        var (newcomer, mentor) = (board.Ask(pair.Request).Newcomer, board.Mentor(pair.Mentor));
        Guid? pairing = proposed.TryGetValue(pair.Request, out var id) ? id.Value : null;
        return new(
            pair.Request.Value, newcomer.Id.Value, newcomer.DisplayName, mentor.Id.Value, mentor.DisplayName, pair.Fit!.PerMille, pairing);
    }

    private static UnmatchedView UnmatchedOf(UnmatchedRequest request, MatchingBoard board)
    {
        var newcomer = board.Ask(request.Request).Newcomer;
        return new(request.Request.Value, newcomer.Id.Value, newcomer.DisplayName, request.Code, request.Rule, request.Sentence);
    }
}

/// <param name="RequestId">The request.</param>
/// <param name="NewcomerId">Who asks.</param>
/// <param name="NewcomerName">Their display name.</param>
/// <param name="MentorId">The mentor.</param>
/// <param name="MentorName">Their display name.</param>
/// <param name="Fit">0 to 1000.</param>
/// <param name="PairingId">The proposal that was made; null in a dry run.</param>
public sealed record MatchedView(
    Guid RequestId, Guid NewcomerId, string NewcomerName, Guid MentorId, string MentorName, int Fit, Guid? PairingId);

/// <param name="RequestId">The request.</param>
/// <param name="NewcomerId">Who asks.</param>
/// <param name="NewcomerName">Their display name.</param>
/// <param name="Code">places-taken, all-full, all-dismissed, override-needed, no-eligible-mentor or no-mentors.</param>
/// <param name="Rule">The hard rule behind it, where one is.</param>
/// <param name="Sentence">Why, in plain words.</param>
public sealed record UnmatchedView(Guid RequestId, Guid NewcomerId, string NewcomerName, string Code, string? Rule, string Sentence);
