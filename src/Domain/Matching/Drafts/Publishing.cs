namespace Mentorship.Domain.Matching.Drafts;

/// <summary>What became of one line at a publication: proposed on these grounds, or not with a code and a sentence.</summary>
public sealed record LineVerdict(RequestId Request, Candidate? Candidate, string? Code, string? Sentence);

/// <summary>Judges each line of a draft again, as of the board's moment, before a proposal is made of it.</summary>
public static class Publishing
{
    /// <summary>
    /// One verdict for each line, or for each request that is named: every hard rule, and the mentor's places less what is promised,
    /// here too. Codes: the hard rule's, <c>line-unknown</c>, <c>line-empty</c>, <c>already-published</c>, <c>request-not-open</c>,
    /// <c>already-proposed</c>, <c>dismissed-before</c> where the allotment chose what a coordinator has dismissed since, <c>mentor-full</c>.
    /// </summary>
    public static IReadOnlyList<LineVerdict> Judge(AllotmentDraft draft, MatchingBoard board, IReadOnlyCollection<RequestId>? named)
    {
        var lines = draft.Lines.ToDictionary(line => line.Request);
        var left = new Dictionary<MemberId, int>();
        var requests = named?.Distinct() ?? draft.Lines.Where(line => line.CanBePublished).Select(line => line.Request);
        return [.. requests.Select(request => JudgeLine(request, lines.GetValueOrDefault(request), board, left))];
    }

    private static LineVerdict JudgeLine(RequestId request, DraftLine? line, MatchingBoard board, Dictionary<MemberId, int> left)
    {
        if (line is null) return Not("line-unknown", "This draft has no line for this request.");
        if (line.Proposal is not null) return Not("already-published", "This line is published already.");
        if (line.Mentor is not { } mentor) return Not("line-empty", "Nobody stands in this line.");
        if (!board.Has(request)) return Not("request-not-open", "This request is not open any more.");
        if (board.HasProposal(request)) return Not("already-proposed", "A proposal for this request waits for review.");
        if (!board.HasMentor(mentor)) return Not("not-a-mentor", "This member does not mentor.");
        var candidate = board.Judge(request, mentor);
        if (candidate.Bar is { } bar) return Not(bar.Code, bar.Sentence);
        if (!candidate.IsEligible && !line.Pinned) return Not(candidate.Exclusions[0].Code, candidate.Exclusions[0].Sentence);
        if (line.Allotted == mentor && !line.Pinned && candidate is { IsEligible: true, MayBeProposedUnasked: false })
            return Not(Eligibility.DismissedBefore, "This pair was dismissed for this request since: pin it if it is to be proposed.");
        var places = left.GetValueOrDefault(mentor, board.PlacesLeft(board.Mentor(mentor)));
        if (places == 0) return Not("mentor-full", "Every free place of this mentor is promised.");
        left[mentor] = places - 1;
        return new(request, candidate, null, null);

        LineVerdict Not(string code, string sentence) => new(request, null, code, sentence);
    }
}
