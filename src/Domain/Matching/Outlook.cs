namespace Mentorship.Domain.Matching;

/// <summary>What an allotment keeps of one request: who may be proposed unasked, and the reason to give if nobody is.</summary>
internal sealed record Outlook(Ask Ask, IReadOnlyList<Candidate> Fitting, UnmatchedRequest IfUnmatched)
{
    /// <summary>These exclude most mentors in any community of several pathways and say nothing of what could be changed.</summary>
    private static readonly string[] NotInTheField =
        ["pair-self", "not-a-mentor", "kind-not-offered", "audience-not-shared", "pathway-not-shared"];

    public static Outlook Of(Ask ask, IReadOnlyCollection<Candidate> judged)
    {
        List<Candidate> fitting = [.. judged.Where(candidate => candidate.MayBeProposedUnasked)];
        var (code, rule, sentence) = Why(judged, fitting);
        return new(ask, fitting, new UnmatchedRequest(ask.Request.Id, code, rule, sentence));
    }

    private static (string Code, string? Rule, string Sentence) Why(IReadOnlyCollection<Candidate> judged, List<Candidate> fitting)
    {
        if (fitting.Count > 0) return ("places-taken", null, "Someone fits, but every place is promised or went to others.");
        if (judged.Count == 0) return ("no-mentors", null, "Nobody in this community mentors yet.");
        if (judged.Any(c => c.IsEligible))
            return ("all-dismissed", Eligibility.DismissedBefore, "Everyone who fits was dismissed for this request before.");
        if (judged.Any(c => c.Exclusions is [{ Code: "mentor-full" }]))
            return ("all-full", "mentor-full", "Someone fits, but has no free place at present.");
        if (judged.FirstOrDefault(c => c.Bar is null)?.Exclusions[0] is { } norm)
            return ("override-needed", norm.Code, $"Someone fits but for a norm that a written reason can override. {norm.Sentence}");
        var most = InTheField(judged).GroupBy(c => c.Bar!.Code).OrderByDescending(rule => rule.Count()).ThenBy(rule => rule.Key, StringComparer.Ordinal).First();
        var sentence = Shortlist.MostCommon(most.Select(c => c.Bar!.Sentence));
        return ("no-eligible-mentor", most.Key, $"No mentor may be proposed. What stands in the way most often: {sentence}");
    }

    private static IEnumerable<Candidate> InTheField(IReadOnlyCollection<Candidate> judged)
    {
        var within = judged.Where(candidate => !candidate.Exclusions.Any(exclusion => NotInTheField.Contains(exclusion.Code))).ToList();
        return within.Count > 0 ? within : judged;
    }
}
