namespace Mentorship.Domain.Matching;

/// <summary>How a mentor has met the offers of the past year that are theirs no longer: a yes and a no are answers alike, only silence is none.</summary>
public sealed record AnsweredOffers(MemberId Mentor, int Offers, int Answered);
