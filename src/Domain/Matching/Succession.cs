using Mentorship.Domain.Pairings;

namespace Mentorship.Domain.Matching;

/// <summary>Who is proposed next when an offer fell through.</summary>
internal static class Succession
{
    /// <summary>One place is promised at a time, longest wait first, so that two requests are never promised the same one.</summary>
    public static IReadOnlyList<Candidate> Next(MatchingBoard board)
    {
        var left = board.Mentors.ToDictionary(mentor => mentor.Id, board.PlacesLeft);
        var next = new List<Candidate>();
        foreach (var ask in board.Asks.Where(ask => IsDue(ask.Request, board)))
        {
            var best = board.JudgeAll(ask).Where(it => it.MayBeProposedUnasked && left[it.Mentor] > 0).Min(Candidate.BestFirst);
            if (best is null) continue;
            left[best.Mentor]--;
            next.Add(best);
        }
        return next;
    }

    private static bool IsDue(MentorRequest request, MatchingBoard board) =>
        request is { State: RequestState.Open, NeedsProposal: true } && !board.HasProposal(request.Id);
}
