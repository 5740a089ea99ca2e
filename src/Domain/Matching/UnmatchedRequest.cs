namespace Mentorship.Domain.Matching;

/// <summary>A request that an allotment could not serve, and why, in a sentence for the coordinator.</summary>
/// <param name="Code">places-taken, all-full, all-dismissed, override-needed, no-eligible-mentor or no-mentors.</param>
/// <param name="Rule">The hard rule behind it, where one is.</param>
public sealed record UnmatchedRequest(RequestId Request, string Code, string? Rule, string Sentence);
