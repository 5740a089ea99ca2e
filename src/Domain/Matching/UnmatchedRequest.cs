namespace Mentorship.Domain.Matching;

/// <summary>A request that an allotment could not serve, and why, in a sentence for the coordinator.</summary>
/// <param name="Code">
/// places-taken, costs-more, all-forbidden, all-full, all-dismissed, override-needed, no-eligible-mentor or no-mentors.
/// </param>
/// <param name="Rule">The hard rule behind it, where one is.</param>
/// <param name="Change">The single change that would match them; null where no single one would.</param>
public sealed record UnmatchedRequest(RequestId Request, string Code, string? Rule, string Sentence, SingleChange? Change = null);
