namespace Mentorship.Domain.Matching;

/// <summary>Two members who are never proposed to each other, whoever of them it was that wished so.</summary>
public readonly record struct Separation(MemberId One, MemberId Other);
