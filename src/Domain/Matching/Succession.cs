using Mentorship.Domain.Matching.Packed;
using Mentorship.Domain.Pairings;

namespace Mentorship.Domain.Matching;

/// <summary>Who is proposed next when an offer fell through.</summary>
internal static class Succession
{
    /// <summary>One place is promised at a time, longest wait first, so that two requests are never promised the same one.</summary>
    public static IReadOnlyList<Candidate> Next(MatchingBoard board)
    {
        int[] left = [.. board.Mentors.Select(board.PlacesLeft)];
        var next = new List<Candidate>();
        foreach (var ask in board.Asks.Where(ask => IsDue(ask.Request, board)))
        {
            if (BestWithPlace(board.Packed.Of(ask), left) is not { } best) continue;
            left[best]--;
            next.Add(board.Judge(ask, board.Mentors[best]));
        }
        return next;
    }

    private static int? BestWithPlace(PackedAsk ask, int[] left)
    {
        var best = new Leaders(1);
        foreach (var mentor in ask.Field.Ready.Where(mentor => left[mentor] > 0))
            if (ask.Judge(mentor) is { MayBeProposedUnasked: true } verdict) best.Offer(mentor, verdict.Fit, needsOverride: false);
        return best.Count > 0 ? best.InOrder()[0].Mentor : null;
    }

    private static bool IsDue(MentorRequest request, MatchingBoard board) =>
        request is { State: RequestState.Open, NeedsProposal: true } && !board.HasProposal(request.Id);
}
